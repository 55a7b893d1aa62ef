package dev.comanda.batch.nightly;

import static dev.comanda.sql.reconciliation.Tables.CONSIDERED_SOURCE;
import static dev.comanda.sql.reconciliation.Tables.TAKEN_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sources that commit while a night runs. */
class TakenSourcesIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final LocalDate NEXT = DATE.plusDays(1);
    private static final int ORDERS = 200;

    @RegisterExtension
    static final PostgresExtension undisturbed = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension disturbed = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension begun = new PostgresExtension();

    private Path early;
    private Path late;

    /** What the PSPs and the banks say comes late. */
    @BeforeEach
    void writeTwoInboxes(@TempDir Path folder) throws IOException {
        early = folder.resolve("early");
        late = Files.createDirectories(folder.resolve("late"));
        MarketplaceSimulator.simulate(DATE, ORDERS, 1, early);
        Files.move(early.resolve("psp"), late.resolve("psp"));
        Files.move(early.resolve("bank"), late.resolve("bank"));
    }

    @Test
    void whatCommitsAfterTheCutIsLeftForTheNextNightByEveryStep() {
        NightOnDatabase expected = new NightOnDatabase(undisturbed.dsl());
        expected.run(DATE, early);
        NightOnDatabase night = new NightOnDatabase(disturbed.dsl());
        night.read(early);
        night.take(DATE);
        night.read(late);

        night.reconcileWhatIsTaken(DATE);

        assertThat(exports(night, DATE)).isNotEmpty().isEqualTo(exports(expected, DATE));
        assertThat(night.findings(DATE)).isNotEmpty().isEqualTo(expected.findings(DATE));

        expected.run(NEXT, late);
        night.reconcile(NEXT);

        assertThat(exports(night, NEXT)).isEqualTo(exports(expected, NEXT));
        assertThat(disturbed
                        .dsl()
                        .selectDistinct(CONSIDERED_SOURCE.BUSINESS_DATE)
                        .from(CONSIDERED_SOURCE)
                        .join(TAKEN_SOURCE)
                        .on(TAKEN_SOURCE.SOURCE_ID.eq(CONSIDERED_SOURCE.SOURCE_ID))
                        .where(TAKEN_SOURCE.BUSINESS_DATE.eq(NEXT))
                        .fetch(CONSIDERED_SOURCE.BUSINESS_DATE))
                .containsExactly(NEXT);
    }

    @Test
    void aLaterNightThatPublishedNothingHoldsNothingBack() {
        NightOnDatabase night = new NightOnDatabase(begun.dsl());
        night.read(early);
        night.take(NEXT);

        night.reconcile(DATE);

        assertThat(exports(night, DATE)).isNotEmpty();
        assertThat(begun.dsl().fetchCount(TAKEN_SOURCE, TAKEN_SOURCE.BUSINESS_DATE.ne(DATE)))
                .isZero();
    }

    private static List<String> exports(NightOnDatabase night, LocalDate date) {
        List<String> lines = new ArrayList<>();
        for (Reconciliation reconciliation : Reconciliation.values()) {
            lines.addAll(night.export(reconciliation, date));
        }
        return lines;
    }
}
