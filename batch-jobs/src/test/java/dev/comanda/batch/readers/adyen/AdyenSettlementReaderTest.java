package dev.comanda.batch.readers.adyen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.psp.LineKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdyenSettlementReaderTest {

    private static final String TITLES =
            "Merchant Account,Psp Reference,Merchant Reference,Creation Date,TimeZone,Type,"
                    + "Modification Reference,Gross Currency,Gross Debit (GC),Gross Credit (GC),Exchange Rate,Net Currency,"
                    + "Net Debit (NC),Net Credit (NC),Commission (NC),Payment Fees (NC),Batch Number\n";

    @ParameterizedTest
    @CsvSource({
        "Settled,SALE",
        "SettledExternally,SALE",
        "SettledReversed,SALE",
        "Refunded,REFUND",
        "RefundedReversed,REFUND",
        "RefundedExternally,REFUND",
        "Chargeback,CHARGEBACK",
        "SecondChargeback,CHARGEBACK",
        "ChargebackReversed,CHARGEBACK",
        "Fee,FEE",
        "InvoiceDeduction,FEE",
        "MiscCosts,FEE",
        "DepositCorrection,ADJUSTMENT",
        "BalanceTransfer,ADJUSTMENT",
        "ReserveAdjustment,UNKNOWN",
        "MerchantPayoutReversed,UNKNOWN"
    })
    void theTypeSaysTheKindAndTheColumnsTheDirection(String type, LineKind kind) throws Exception {
        Records records = read("CBR,A1,pay_1,2026-10-09 15:00:00,UTC,%s,m,BRL,5.00,,1,BRL,5.00,,,,1\n".formatted(type));

        assertThat(records.lines).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(kind);
            assertThat(line.typeAsWritten()).isEqualTo(type);
            assertThat(line.amount()).isEqualByComparingTo("-5.00");
        });
    }

    @Test
    void aFeeWithoutAGrossAmountStandsWithItsNetOne() throws Exception {
        Records records = read("CBR,,,2026-10-09 15:00:00,UTC,Fee,Fees,EUR,,,,USD,1.80,,,,1\n");

        assertThat(records.lines).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualByComparingTo("-1.80");
            assertThat(line.currency()).isEqualTo("USD");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01 20:30:00,PST,2026-07-02T04:30:00Z,2026-07-02",
        "2026-07-01 20:30:00,PDT,2026-07-02T03:30:00Z,2026-07-02",
        "2026-07-01 04:30:00,CEST,2026-07-01T02:30:00Z,2026-06-30",
        "2026-07-01 04:30:00,CET,2026-07-01T03:30:00Z,2026-07-01",
        "2026-07-01 02:59:59,UTC,2026-07-01T02:59:59Z,2026-06-30",
        "2026-07-01 20:30:00,America/Los_Angeles,2026-07-02T03:30:00Z,2026-07-02"
    })
    void theTimeIsThatOfItsZoneAndTheBusinessDateThatOfSaoPaulo(String time, String zone, String instant, String date)
            throws Exception {
        Records records = read("CBR,A1,p,%s,%s,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1\n".formatted(time, zone));

        assertThat(records.lines).singleElement().satisfies(line -> {
            assertThat(line.createdAt()).hasToString(instant);
            assertThat(line.businessDate()).hasToString(date);
        });
    }

    @Test
    void aPayoutIsNamedByTheFirstWordAndMeasuredInItsNetCurrency() throws Exception {
        Records records = read(
                """
                CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,4.90,0.10,0.10,1
                CBR,,,2026-10-10 01:00:00,UTC,MerchantPayout,"TX1 batch 1, CBR",EUR,,,,BRL,4.90,,,,1
                """);

        assertThat(records.payouts).singleElement().satisfies(payout -> {
            assertThat(payout.position()).isEqualTo(3);
            assertThat(payout.reference()).isEqualTo("TX1");
            assertThat(payout.amount()).isEqualByComparingTo("4.90");
            assertThat(payout.currency()).isEqualTo("BRL");
            assertThat(payout.date()).hasToString("2026-10-09");
        });
        assertThat(records.controlTotals).singleElement().satisfies(total -> assertThat(total.agrees())
                .isTrue());
        assertThat(records.warnings).isEmpty();
    }

    @Test
    void aPayoutIsComparedWithTheRowsOfItsOwnBatch() throws Exception {
        Records records = read(
                """
                CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1
                CBR,A2,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,7.00,1,BRL,,7.00,,,2
                CBR,,,2026-10-10 15:00:00,UTC,MerchantPayout,TX1,BRL,,,,BRL,5.00,,,,1
                CBR,,,2026-10-10 15:00:00,UTC,MerchantPayout,TX2,BRL,,,,BRL,7.37,,,,2
                """);

        assertThat(records.controlTotals)
                .extracting(
                        total -> total.position() + " " + total.claimed() + " " + total.summed() + " " + total.agrees())
                .containsExactly("4 5.00 5.00 true", "5 7.37 7.00 false");
        assertThat(records.controlTotals.get(1).explanation()).contains("7.37", "7.00");
    }

    @Test
    void aRowWhoseNetIsNotGrossLessFeesIsTakenWithAWarning() throws Exception {
        Records records = read(
                """
                CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,4.89,0.10,,1
                CBR,A2,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,4.88,0.10,,1
                """);

        assertThat(records.counts).isEqualTo(new ReadCounts(2, 2, 0, 0));
        assertThat(records.warnings).singleElement().asString().startsWith("3: net is 4.88");
    }

    @Test
    void aRecordIsKnownByThePhysicalLineItStartsOn() throws Exception {
        Records records = read(
                """
                CBR,A1,"two
                lines",2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1

                CBR,A2,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1
                """);

        assertThat(records.lines).extracting(line -> line.position()).containsExactly(2L, 5L);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineOnly() throws Exception {
        Records records = read(
                """
                CBR,A1,"p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1
                CBR,A2,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1
                """);

        assertThat(records.counts).isEqualTo(new ReadCounts(2, 1, 1, 0));
        assertThat(records.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(2);
            assertThat(rejected.reason()).isEqualTo(ReasonCode.SCHEMA_VIOLATION);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,1e308,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,NaN,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,1234567890123456789,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,0.1234567890123,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,XXY,,5.00,1,BRL,,5.00,,,1",
                "CBR,A1,p,0000-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1",
                "CBR,A1,p,9999-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-02-29 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,XYZ,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,UTC,,m,BRL,,5.00,1,BRL,,5.00,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,UTC,MerchantPayout,,BRL,,,,BRL,5.00,,,,1",
                "CBR,A1,p,2026-10-09 15:00:00,UTC,Settled,m,BRL"
            })
    void aBadRowIsRejectedAndTheRestGoesOn(String bad) throws Exception {
        Records records = read(bad + "\nCBR,A2,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1\n");

        assertThat(records.counts).isEqualTo(new ReadCounts(2, 1, 1, 0));
        assertThat(records.lines).singleElement().satisfies(line -> assertThat(line.position())
                .isEqualTo(3));
        assertThat(records.rejected).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(2);
            assertThat(rejected.reason()).isEqualTo(ReasonCode.SCHEMA_VIOLATION);
            assertThat(new String(rejected.raw(), StandardCharsets.UTF_8)).isEqualTo(bad);
        });
    }

    @Test
    void textThatIsNoTextIsRejected() throws Exception {
        byte[] bytes = (TITLES
                        + "CBR,A\u00ff,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1\n"
                        + "CBR,A\u0000,p,2026-10-09 15:00:00,UTC,Settled,m,BRL,,5.00,1,BRL,,5.00,,,1\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Records records = Records.of(new AdyenSettlementReader(), bytes);

        assertThat(records.rejected)
                .extracting(rejected -> rejected.line() + " " + rejected.reason())
                .containsExactly("2 UNREADABLE_TEXT", "3 UNREADABLE_TEXT");
    }

    @Test
    void anotherReportIsRefusedByTheColumnsItLacks() {
        assertThatThrownBy(() -> Records.of(new AdyenSettlementReader(), "Merchant Account,Psp Reference\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Gross Debit (GC)");
    }

    private static Records read(String rows) throws UnreadableFileException {
        return Records.of(new AdyenSettlementReader(), TITLES + rows);
    }
}
