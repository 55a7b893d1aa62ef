package dev.comanda.batch.readers.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.readers.ReadCounts;
import dev.comanda.batch.readers.Records;
import dev.comanda.ops.bank.PayoutReturnOutcome;
import dev.comanda.ops.psp.ControlTotal;
import dev.comanda.ops.psp.LineKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExampleFilesTest {

    @Test
    void adyensBatchOfTheNightIsReadWithItsPayout() throws Exception {
        Records records = night("psp/adyen/settlement_detail_report_batch_41.csv");

        assertThat(records.counts).isEqualTo(new ReadCounts(26, 26, 0, 0));
        assertThat(records.sum(LineKind.CHARGEBACK)).isEqualByComparingTo("-665.79");
        assertThat(records.sum(LineKind.REFUND)).isEqualByComparingTo("-6.00");
        assertThat(records.payouts).singleElement().satisfies(payout -> {
            assertThat(payout.position()).isEqualTo(27);
            assertThat(payout.amount()).isEqualByComparingTo("2579.65");
        });
        assertThat(records.controlTotals).singleElement().matches(ControlTotal::agrees);
        assertThat(records.warnings).isEmpty();
    }

    @Test
    void stripesPayoutOfTheNightIsReadWithCurrenciesInAnyCase() throws Exception {
        Records records = night("psp/stripe/payout_reconciliation_0.csv");

        assertThat(records.counts).isEqualTo(new ReadCounts(14, 14, 0, 0));
        assertThat(records.lines).allMatch(line -> line.currency().equals("BRL"));
        assertThat(records.sum(LineKind.CHARGEBACK)).isEqualByComparingTo("-414.99");
        assertThat(records.payouts).singleElement().satisfies(payout -> {
            assertThat(payout.position()).isEqualTo(15);
            assertThat(payout.reference()).isEqualTo("ST6ec8cebebf");
            assertThat(payout.amount()).isEqualByComparingTo("1407.05");
            assertThat(payout.date()).hasToString("2026-10-08");
        });
        assertThat(records.controlTotals).singleElement().matches(ControlTotal::agrees);
    }

    @Test
    void dlocalsReportsOfTheNightAreCheckedAgainstTheirHeaders() throws Exception {
        Records right = night("psp/dlocal/Settlement_Report_0.csv");
        Records wrong = night("psp/dlocal/Settlement_Report_1.csv");

        assertThat(right.counts).isEqualTo(new ReadCounts(15, 15, 0, 0));
        assertThat(right.controlTotals).singleElement().matches(ControlTotal::agrees);
        assertThat(right.payouts).singleElement().satisfies(payout -> {
            assertThat(payout.position()).isEqualTo(2);
            assertThat(payout.reference()).isEqualTo("DL337515c79e");
        });
        assertThat(wrong.controlTotals).singleElement().satisfies(total -> {
            assertThat(total.agrees()).isFalse();
            assertThat(total.claimed()).isEqualByComparingTo("1545.69");
            assertThat(total.summed()).isEqualByComparingTo("1545.32");
        });
        assertThat(wrong.lines)
                .filteredOn(line -> line.currency().equals("MXN"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.position()).isEqualTo(17);
                    assertThat(line.amount()).isEqualTo(new BigDecimal("87.42"));
                });
    }

    @Test
    void thePixListOfTheNightIsReadWithItsReturn() throws Exception {
        Records records = night("psp/pix/pix.json");

        assertThat(records.counts).isEqualTo(new ReadCounts(25, 25, 0, 0));
        assertThat(records.lines)
                .filteredOn(line -> line.kind() == LineKind.REFUND)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.position()).isEqualTo(6);
                    assertThat(line.part()).isEqualTo(1);
                    assertThat(line.amount()).isEqualTo(new BigDecimal("-3.00"));
                    assertThat(line.typeAsWritten()).isEqualTo("MED_FRAUDE");
                    assertThat(line.merchantReference()).isEqualTo("d_359f10ac5900724");
                });
    }

    @Test
    void theStatementOfTheNightBalances() throws Exception {
        Records records = night("bank/extrato.xml");

        assertThat(records.counts).isEqualTo(new ReadCounts(8, 8, 0, 0));
        assertThat(records.statements).singleElement().satisfies(statement -> {
            assertThat(statement.account()).isEqualTo("0001-12345-6");
            assertThat(statement.sequenceNumber()).isEqualTo(1);
            assertThat(statement.opening()).isEqualByComparingTo("100000.00");
            assertThat(statement.bookedSum()).isEqualByComparingTo("4603.22");
            assertThat(statement.closing()).isEqualByComparingTo("104603.22");
        });
        assertThat(records.entries.get(4)).satisfies(entry -> {
            assertThat(entry.ordinal()).isEqualTo(5);
            assertThat(entry.amount()).isEqualByComparingTo("3513.02");
            assertThat(entry.remittanceText()).isEqualTo("PAYOUT ADeb38667817 OK");
        });
    }

    @Test
    void theBankFilesOfTheDaysAreRead() throws Exception {
        Records mt940 = days("2026-10-09", "bank/extrato-0810.sta");
        Records ofx = days("2026-10-09", "bank/conta2.ofx");
        Records cnab = days("2026-10-09", "bank/cnab/ret1.txt");

        assertThat(mt940.entries).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo("-133.40");
            assertThat(entry.endToEndId()).isEqualTo("CMD9F8A449EBE");
            assertThat(entry.remittanceText()).isEqualTo("PAGAMENTO CMD9F8A449EBE");
            assertThat(entry.bookingDate()).hasToString("2026-10-09");
        });
        assertThat(mt940.statements).singleElement().satisfies(statement -> {
            assertThat(statement.account()).isEqualTo("0001/123456");
            assertThat(statement.sequenceNumber()).isEqualTo(1);
            assertThat(statement.closing()).isEqualByComparingTo("89866.60");
        });
        assertThat(ofx.entries).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).isEqualByComparingTo("-283.64");
            assertThat(entry.remittanceText()).isEqualTo("PAGTO CMD8C2D5DB79B");
        });
        assertThat(cnab.payoutReturns)
                .extracting(r -> r.line() + " " + r.documentNumber() + " " + r.amount() + " " + r.outcome())
                .containsExactly(
                        "3 CMDD1D9ED17E3 -281.63 " + PayoutReturnOutcome.PAID,
                        "4 CMD730445D656 -43.08 " + PayoutReturnOutcome.REFUSED);
        assertThat(cnab.controlTotals).singleElement().matches(ControlTotal::agrees);
    }

    @Test
    void thePspFilesOfTheDaysAreRead() throws Exception {
        Records adyen = days("2026-10-09", "psp/adyen/2026-10-09.csv");
        Records dlocal = days("2026-10-13", "psp/dlocal/2026-10-13.csv");

        assertThat(adyen.counts).isEqualTo(new ReadCounts(9, 9, 0, 0));
        assertThat(adyen.payouts).singleElement().satisfies(payout -> {
            assertThat(payout.reference()).isEqualTo("PO1009A");
            assertThat(payout.amount()).isEqualByComparingTo("1671.75");
        });
        assertThat(adyen.lines.get(0).createdAt()).hasToString("2026-10-09T13:00:00Z");
        assertThat(dlocal.payouts).singleElement().satisfies(payout -> assertThat(payout.amount())
                .isEqualByComparingTo("178.56"));
    }

    private static Records night(String path) throws Exception {
        Path inbox = SharedFiles.folder("examples/night/inbox");
        return SharedFiles.read(inbox.resolve(path), path);
    }

    private static Records days(String date, String path) throws Exception {
        Path inbox = SharedFiles.folder("examples/days/nights/" + date);
        return SharedFiles.read(inbox.resolve(path), path);
    }
}
