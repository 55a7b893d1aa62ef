package dev.comanda.batch.readers.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.psp.LineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripePayoutReaderTest {

    private static final String TITLES =
            "automatic_payout_id,automatic_payout_effective_at,created,currency,gross,fee,net,reporting_category,"
                    + "charge_id,payment_intent_id,payment_metadata[merchant_reference]\n";

    @ParameterizedTest
    @CsvSource({
        "charge,SALE",
        "refund,REFUND",
        "partial_capture_reversal,REFUND",
        "dispute,CHARGEBACK",
        "dispute_reversal,CHARGEBACK",
        "fee,FEE",
        "other_adjustment,ADJUSTMENT",
        "refund_failure,ADJUSTMENT",
        "payout,PAYOUT",
        "'',UNKNOWN"
    })
    void theReportingCategorySaysTheKind(String category, LineKind kind) throws Exception {
        Records records =
                read("po,2026-10-08 00:00:00,2026-10-08 02:59:59,brl,-5.00,0,-5.00,%s,ch,pi,pay\n".formatted(category));

        assertThat(records.lines).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(kind);
            assertThat(line.amount()).isEqualByComparingTo("-5.00");
            assertThat(line.currency()).isEqualTo("BRL");
            assertThat(line.businessDate()).hasToString("2026-10-07");
        });
    }

    @Test
    void aPaymentIsKnownByItsChargeAndItsIntent() throws Exception {
        Records records = read(
                """
                ,,2026-10-08 00:00:00,BRL,5.00,0,5.00,charge,ch_1,pi_1,pay_1
                ,,2026-10-08 00:00:00,BRL,5.00,0,5.00,charge,,pi_2,
                ,,2026-10-08 00:00:00,BRL,5.00,0,5.00,charge,ch_3,,
                """);

        assertThat(records.lines)
                .extracting(
                        line -> line.pspReference() + " " + line.secondPspReference() + " " + line.merchantReference())
                .containsExactly("ch_1 pi_1 pay_1", "pi_2 null null", "ch_3 null null");
        assertThat(records.payouts).isEmpty();
    }

    @Test
    void aPayoutRowIsComparedWithTheNetOfItsOtherRows() throws Exception {
        Records records = read(
                """
                po_1,2026-10-08 00:00:00,2026-10-08 00:00:00,BRL,5.00,0.10,4.90,charge,ch_1,,
                po_2,2026-10-08 00:00:00,2026-10-08 00:00:00,BRL,7.00,0,7.00,charge,ch_2,,
                po_1,2026-10-09 23:59:59,2026-10-08 00:00:00,BRL,-4.90,0,-4.90,payout,,,
                po_2,2026-10-08 00:00:00,2026-10-08 00:00:00,BRL,-7.37,0,-7.37,payout,,,
                """);

        assertThat(records.payouts)
                .extracting(payout ->
                        payout.position() + " " + payout.reference() + " " + payout.amount() + " " + payout.date())
                .containsExactly("4 po_1 4.90 2026-10-09", "5 po_2 7.37 2026-10-08");
        assertThat(records.controlTotals)
                .extracting(
                        total -> total.position() + " " + total.claimed() + " " + total.summed() + " " + total.agrees())
                .containsExactly("4 4.90 4.90 true", "5 7.37 7.00 false");
    }

    @Test
    void aPayoutWithoutARowOfItsOwnIsTheSumOfItsRowsAtTheFirstOfThem() throws Exception {
        Records records = read(
                """
                po_1,2026-10-08 00:00:00,2026-10-08 00:00:00,BRL,5.00,0.10,4.90,charge,ch_1,,
                po_1,2026-10-08 00:00:00,2026-10-08 00:00:00,BRL,-1.00,0,-1.00,refund,ch_1,,
                """);

        assertThat(records.payouts).singleElement().satisfies(payout -> {
            assertThat(payout.position()).isEqualTo(2);
            assertThat(payout.amount()).isEqualByComparingTo("3.90");
        });
        assertThat(records.controlTotals).isEmpty();
    }

    @Test
    void aReportWithBothTimesIsReadByTheOneInUtc() throws Exception {
        Records records = Records.of(
                new StripePayoutReader(),
                """
                created_utc,created,currency,gross,net,reporting_category,charge_id
                2026-10-08 03:00:00,2026-10-08 00:00:00,brl,5.00,5.00,charge,ch_1
                """);

        assertThat(records.lines).singleElement().satisfies(line -> {
            assertThat(line.createdAt()).hasToString("2026-10-08T03:00:00Z");
            assertThat(line.fee()).isNull();
        });
    }

    @Test
    void aRowWhoseNetIsNotGrossLessFeeIsTakenWithAWarning() throws Exception {
        Records records = read(",,2026-10-08 00:00:00,BRL,24,0,23.05,charge,ch_1,,\n");

        assertThat(records.lines).hasSize(1);
        assertThat(records.warnings).singleElement().asString().startsWith("2: net is 23.05");
    }

    private static Records read(String rows) throws UnreadableFileException {
        return Records.of(new StripePayoutReader(), TITLES + rows);
    }
}
