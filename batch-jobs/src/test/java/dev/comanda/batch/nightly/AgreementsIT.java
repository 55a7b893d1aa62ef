package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.ops.bank.loading.SharedAccounts;
import dev.comanda.ops.psp.FeeContract;
import dev.comanda.ops.psp.Psp;
import dev.comanda.ops.psp.loading.FeeContracts;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was agreed with providers and banks decides what is a break. */
class AgreementsIT {

    private static final Path NIGHT = NightOnDatabase.EXAMPLES.resolve("night");
    private static final LocalDate DATE = LocalDate.of(2026, 10, 14);

    @RegisterExtension
    static final PostgresExtension longer = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension agreed = new PostgresExtension();

    @Test
    void aLongerLagLeavesInTransitWhatIsABreakUnderTheStandardOne() {
        assumeTrue(Files.isDirectory(NIGHT), () -> "skipped: there is no " + NIGHT);
        NightOnDatabase night = new NightOnDatabase(longer.dsl());
        night.run(
                DATE,
                NIGHT.resolve("inbox"),
                new Lags(Map.of("adyen", 50, "stripe", 50, "dlocal", 50, "pix", 50), 1, 1, 1));
        assertThat(night.export(Reconciliation.PAYMENT_SETTLEMENT, DATE))
                .noneMatch(line -> line.contains("MISSING_SETTLEMENT"))
                .anyMatch(line -> line.startsWith("IN_TRANSIT"));
    }

    @Test
    void sharedAccountsHaveNoUnexpectedEntriesAndContractedFeesAreChecked() {
        assumeTrue(Files.isDirectory(NIGHT), () -> "skipped: there is no " + NIGHT);
        NightOnDatabase night = new NightOnDatabase(agreed.dsl());
        night.read(NIGHT.resolve("inbox"));
        List<String> accounts = agreed.dsl().fetchValues("select distinct account_id from bank.entry").stream()
                .map(Object::toString)
                .toList();
        SharedAccounts shared = new SharedAccounts(agreed.dsl());
        shared.replaceBy(List.of("an account of yesterday"));
        shared.replaceBy(accounts);
        new FeeContracts(agreed.dsl())
                .replaceBy(List.of(new FeeContract(
                        Psp.ADYEN, "BRL", LocalDate.of(2026, 1, 1), new BigDecimal("0.9"), BigDecimal.ZERO)));

        night.run(DATE, NIGHT.resolve("inbox"));

        assertThat(night.export(Reconciliation.PSP_PAYOUT, DATE)).noneMatch(line -> line.contains("UNEXPECTED_CREDIT"));
        assertThat(night.export(Reconciliation.RESTAURANT_PAYOUT, DATE))
                .noneMatch(line -> line.contains("UNEXPECTED_DEBIT,"));
        assertThat(night.findings(DATE)).anyMatch(line -> line.startsWith("FEE_CONTRACT,psp/adyen/"));
        assertThat(agreed.dsl().fetchValues("select account_id from bank.account where is_shared"))
                .hasSameSizeAs(accounts);
    }
}
