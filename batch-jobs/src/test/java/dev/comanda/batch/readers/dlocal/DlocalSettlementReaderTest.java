package dev.comanda.batch.readers.dlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.psp.LineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DlocalSettlementReaderTest {

    private static final String HEADER_TITLES =
            "ROW_TYPE,SETTLEMENT_CURRENCY,NUMBER_OF_ITEMS,GROSS_TOTAL_AMOUNT,FEE_TOTAL_AMOUNT,NET_TOTAL_AMOUNT,"
                    + "TRANSFER_DATE,TRANSFER_ID,\n";
    private static final String ROW_TITLES = "ROW_TYPE,CREATION_DATE,TRANSACTION_ID,DLOCAL_TRANSACTION_ID,LOCAL_AMOUNT,"
            + "LOCAL_CURRENCY,GROSS_AMOUNT,FEE_AMOUNT,NET_AMOUNT\n";

    @ParameterizedTest
    @CsvSource({
        "CAPTURE,SALE",
        "PAYMENT,SALE",
        "REFUND,REFUND",
        "CHARGEBACK,CHARGEBACK",
        "ADJUSTMENT,ADJUSTMENT",
        "SETTLEMENT_FEE,FEE",
        "CHARGEBACK_REVERSAL,UNKNOWN"
    })
    void theRowTypeSaysTheKindAndTheAmountTheDirection(String rowType, LineKind kind) throws Exception {
        Records records = read(
                "HEADER,USD,1,-1.00,-0.05,-1.05,2026-10-09,PO1,\n",
                rowType + ",2026-10-09 02:59:59,pay_1,D-1,-5.25,BRL,-1.00,-0.05,-1.05\n");

        assertThat(records.lines).singleElement().satisfies(line -> {
            assertThat(line.position()).isEqualTo(4);
            assertThat(line.kind()).isEqualTo(kind);
            assertThat(line.pspReference()).isEqualTo("D-1");
            assertThat(line.merchantReference()).isEqualTo("pay_1");
            assertThat(line.amount()).isEqualByComparingTo("-5.25");
            assertThat(line.currency()).isEqualTo("BRL");
            assertThat(line.businessDate()).hasToString("2026-10-08");
            assertThat(line.fee()).isEqualByComparingTo("0.05");
            assertThat(line.net()).isEqualByComparingTo("-1.05");
            assertThat(line.netCurrency()).isEqualTo("USD");
            assertThat(line.payoutReference()).isEqualTo("PO1");
        });
    }

    @Test
    void aFeeWithoutLocalCurrencyAndTimeStandsInThoseOfTheTransfer() throws Exception {
        Records records = read("HEADER,USD,1,0,-80,-80,2026-10-09,PO1,\n", "SETTLEMENT_FEE,,,PO1,0,,0,-80,-80\n");

        assertThat(records.lines).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualByComparingTo("-80");
            assertThat(line.currency()).isEqualTo("USD");
            assertThat(line.businessDate()).hasToString("2026-10-09");
        });
        assertThat(records.controlTotals).singleElement().satisfies(total -> assertThat(total.agrees())
                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "'1,10.00,-0.13,9.88',''",
        "'2,10.00,-0.13,9.88',NUMBER_OF_ITEMS",
        "'1,10.01,-0.13,9.88',GROSS_TOTAL_AMOUNT",
        "'1,10.00,-0.12,9.88',FEE_TOTAL_AMOUNT",
        "'1,10.00,-0.13,9.87',NET_TOTAL_AMOUNT"
    })
    void everyTotalOfTheHeaderIsComparedWithTheRoundedSums(String totals, String disagrees) throws Exception {
        // Half-even: 10.0049 is 10.00, -0.1250001 is -0.13, 9.8750001 is 9.88.
        Records records = read(
                "HEADER,BRL,%s,2026-10-09,PO1,\n".formatted(totals),
                "CAPTURE,2026-10-09 01:00:00,p,D,10,BRL,10.0049,-0.1250001,9.8750001\n");

        assertThat(records.controlTotals).singleElement().satisfies(total -> {
            assertThat(total.position()).isEqualTo(2);
            assertThat(total.agrees()).isEqualTo(disagrees.isEmpty());
            assertThat(total.explanation()).startsWith(disagrees);
            assertThat(total.summed()).isEqualByComparingTo("9.88");
        });
    }

    @Test
    void aFileMayHoldSeveralTransfers() throws Exception {
        Records records = Records.of(
                new DlocalSettlementReader(),
                HEADER_TITLES
                        + "HEADER,BRL,1,5,0,5,2026-10-09,PO1,\n"
                        + ROW_TITLES
                        + "CAPTURE,2026-10-09 01:00:00,p,D1,5,BRL,5,0,5\n"
                        + HEADER_TITLES
                        + "HEADER,USD,0,0,0,0,2026-10-10,PO2,\n");

        assertThat(records.counts).isEqualTo(new ReadCounts(3, 3, 0, 0));
        assertThat(records.payouts).extracting(payout -> payout.reference()).containsExactly("PO1", "PO2");
        assertThat(records.controlTotals)
                .extracting(total -> total.position() + " " + total.agrees())
                .containsExactly("2 true", "6 true");
    }

    @Test
    void aRejectedRowIsMissingFromTheSums() throws Exception {
        Records records =
                read("HEADER,BRL,1,5,0,5,2026-10-09,PO1,\n", "CAPTURE,2026-13-09 01:00:00,p,D1,5,BRL,5,0,5\n");

        assertThat(records.counts).isEqualTo(new ReadCounts(2, 1, 1, 0));
        assertThat(records.controlTotals).singleElement().satisfies(total -> assertThat(total.agrees())
                .isFalse());
    }

    @Test
    void theOlderReportIsRefusedByName() {
        assertThatThrownBy(() -> Records.of(new DlocalSettlementReader(), "Type;\"Creation date\";Fee\nPayment;x;1\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("older")
                .hasMessageContaining("HEADER");
    }

    private static Records read(String header, String rows) throws UnreadableFileException {
        return Records.of(new DlocalSettlementReader(), HEADER_TITLES + header + ROW_TITLES + rows);
    }
}
