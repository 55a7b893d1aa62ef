package dev.comanda.batch.lake;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The columns of the data lake's tables. The business date is the partition's, as engines expect it. */
final class ResultSchemas {

    /** Enough for the decimals of any currency (ISO 4217 has four at most). */
    static final int AMOUNT_SCALE = 4;

    /** Formulas of laws multiply amounts by rates. */
    static final int FORMULA_SCALE = 12;

    static final MessageType RESULTS = MessageTypeParser.parseMessageType(
            """
            message reconciliation_result {
              required binary reconciliation (STRING);
              required binary status (STRING);
              optional binary type (STRING);
              optional binary rule (STRING);
              required group left_refs (LIST) { repeated group list { required binary element (STRING); } }
              required group right_refs (LIST) { repeated group list { required binary element (STRING); } }
              optional fixed_len_byte_array(16) left_amount (DECIMAL(38,4));
              optional fixed_len_byte_array(16) right_amount (DECIMAL(38,4));
              optional fixed_len_byte_array(16) difference (DECIMAL(38,4));
              optional binary currency (STRING);
              optional binary resolution (STRING);
            }
            """);

    static final MessageType FINDINGS = MessageTypeParser.parseMessageType(
            """
            message finding {
              required binary law (STRING);
              required binary ref (STRING);
              optional fixed_len_byte_array(16) expected (DECIMAL(38,12));
              optional fixed_len_byte_array(16) actual (DECIMAL(38,12));
              optional binary currency (STRING);
            }
            """);

    private ResultSchemas() {}
}
