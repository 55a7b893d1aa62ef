package dev.comanda.batch.readers.camt;

import dev.comanda.batch.readers.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The text of what an entry (Ntry), or one transaction inside it (TxDtls), says about itself. */
final class EntryFields {

    /** A bank may book this many transactions as one entry. */
    static final int MAX_DETAILS = 100_000;

    private static final String NOT_PROVIDED = "NOTPROVIDED";

    @Nullable
    String amount;

    @Nullable
    String currency;

    @Nullable
    String direction;

    @Nullable
    String status;

    @Nullable
    String bookingDate;

    @Nullable
    String valueDate;

    boolean tooManyDetails;
    final List<String> endToEndIds = new ArrayList<>();
    final List<String> servicerReferences = new ArrayList<>();
    final List<String> remittance = new ArrayList<>();
    final List<EntryFields> details = new ArrayList<>();

    /** Reads the Ntry the cursor stands at. */
    static EntryFields entry(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        EntryFields fields = new EntryFields();
        cursor.children(name -> {
            switch (name) {
                case "Amt" -> fields.amount(cursor);
                case "CdtDbtInd" -> fields.direction = cursor.text();
                case "Sts" -> fields.status = code(cursor);
                case "BookgDt" -> fields.bookingDate = date(cursor);
                case "ValDt" -> fields.valueDate = date(cursor);
                case "AcctSvcrRef" -> fields.servicerReferences.add(cursor.text());
                case "AddtlNtryInf" -> fields.remittance.add(cursor.text());
                case "NtryDtls" -> fields.details(cursor);
                default -> {}
            }
        });
        return fields;
    }

    private void details(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals("TxDtls") && details.size() < MAX_DETAILS) {
                details.add(transaction(cursor));
            } else if (name.equals("TxDtls")) {
                tooManyDetails = true;
            }
        });
    }

    private static EntryFields transaction(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        EntryFields fields = new EntryFields();
        EntryFields converted = new EntryFields();
        cursor.children(name -> {
            switch (name) {
                case "Refs" -> fields.references(cursor);
                case "Amt" -> fields.amount(cursor);
                case "AmtDtls" -> converted.transactionAmount(cursor);
                case "CdtDbtInd" -> fields.direction = cursor.text();
                case "RmtInf" -> fields.remittance(cursor);
                case "AddtlTxInf" -> fields.remittance.add(cursor.text());
                default -> {}
            }
        });
        // Version 02 has the amount of a transaction only inside AmtDtls.
        if (fields.amount == null) {
            fields.amount = converted.amount;
            fields.currency = converted.currency;
        }
        return fields;
    }

    private void amount(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        currency = cursor.attribute("Ccy");
        amount = cursor.text();
    }

    private void transactionAmount(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals("TxAmt")) {
                cursor.children(inner -> {
                    if (inner.equals("Amt")) {
                        amount(cursor);
                    }
                });
            }
        });
    }

    private void references(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals("EndToEndId")) {
                String id = cursor.text();
                if (!id.equals(NOT_PROVIDED)) {
                    endToEndIds.add(id);
                }
            } else if (name.equals("AcctSvcrRef")) {
                servicerReferences.add(cursor.text());
            }
        });
    }

    private void remittance(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals("Ustrd")) {
                remittance.add(cursor.text());
            } else if (name.equals("Strd")) {
                structured(cursor);
            }
        });
    }

    private void structured(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            switch (name) {
                case "AddtlRmtInf" -> remittance.add(cursor.text());
                case "CdtrRefInf" -> leaf(cursor, "Ref");
                case "RfrdDocInf" -> leaf(cursor, "Nb");
                default -> {}
            }
        });
    }

    private void leaf(XmlCursor cursor, String wanted) throws XMLStreamException, UnreadableFileException {
        cursor.children(name -> {
            if (name.equals(wanted)) {
                remittance.add(cursor.text());
            }
        });
    }

    /** A status is a text in the first versions and a Cd inside it in the later ones. */
    private static String code(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        return cursor.textOrChild("Cd");
    }

    private static @Nullable String date(XmlCursor cursor) throws XMLStreamException, UnreadableFileException {
        String[] date = new String[1];
        cursor.children(name -> {
            if (name.equals("Dt") || name.equals("DtTm")) {
                date[0] = cursor.text();
            }
        });
        return date[0];
    }
}
