package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.jobcontrol.claiming.NightClaim;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A night whose process dies, and two that are started at once. */
class KilledNightIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final int ORDERS = 500;
    private static final int FAILED = 1;

    @RegisterExtension
    static final PostgresExtension undisturbed = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension disturbed = new PostgresExtension();

    @Test
    @Tag("torture")
    @Tag("long")
    void aNightThatIsKilledAgainAndAgainEndsAsIfItHadNotBeen(@TempDir Path folder) throws Exception {
        Path inbox = folder.resolve("inbox");
        MarketplaceSimulator.simulate(DATE, ORDERS, 1, inbox);
        NightOnDatabase expected = new NightOnDatabase(undisturbed.dsl());
        expected.run(DATE, inbox);
        expected.decide(DATE);
        assertThat(expected.post(DATE)).isEmpty();

        for (String step : List.of(
                "ingest",
                "reconcile-payment-settlement",
                "reconcile-restaurant-payout",
                "decide",
                "post",
                "write-lake")) {
            start(inbox, folder).killAtStep(step);
        }
        NightProcess last = start(inbox, folder);
        assertThat(last.end()).as(last::said).isZero();

        NightOnDatabase night = new NightOnDatabase(disturbed.dsl());
        for (Reconciliation reconciliation : Reconciliation.values()) {
            assertThat(night.export(reconciliation, DATE))
                    .as(reconciliation.exportName())
                    .isNotEmpty()
                    .isEqualTo(expected.export(reconciliation, DATE));
        }
        assertThat(night.findings(DATE)).isNotEmpty().isEqualTo(expected.findings(DATE));
        assertThat(night.decisions(DATE)).isNotEmpty().isEqualTo(expected.decisions(DATE));
        assertThat(night.journals(DATE)).isNotEmpty().isEqualTo(expected.journals(DATE));
    }

    @Test
    void aNightDoesNotStartWhileAnotherProcessRunsOne(@TempDir Path folder) throws Exception {
        try (NightClaim running = NightClaim.take(disturbed.dataSource(), DATE.minusDays(1), Clock.systemUTC())) {
            NightProcess second = start(folder, folder);

            assertThat(second.end()).isEqualTo(FAILED);
            assertThat(second.said()).contains("another process is running a night");
            running.end(null);
        }
    }

    private static NightProcess start(Path inbox, Path data) throws Exception {
        return NightProcess.start(DATE, inbox, disturbed.database(), data);
    }
}
