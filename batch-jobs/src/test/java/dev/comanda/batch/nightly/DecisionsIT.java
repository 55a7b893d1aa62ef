package dev.comanda.batch.nightly;

import static dev.comanda.sql.casework.Tables.ENTRY;
import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static dev.comanda.sql.policy.Tables.DECISION;
import static dev.comanda.sql.policy.Tables.WRITE_OFF_LIMIT;
import static dev.comanda.sql.reconciliation.Tables.BREAK;
import static dev.comanda.sql.reconciliation.Tables.FINDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.decision.CaseTally;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a night decides on a simulated day with breaks of every type. */
class DecisionsIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final LocalDate NEXT = DATE.plusDays(1);
    private static final int ORDERS = 1_000;
    private static final long SEED = 3;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension replayed = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension thrifty = new PostgresExtension();

    private NightOnDatabase night;
    private DSLContext database;

    @TempDir
    private Path folder;

    private Path inbox;

    @BeforeEach
    void simulateADay() throws IOException {
        database = postgres.dsl();
        night = new NightOnDatabase(database);
        inbox = folder.resolve("inbox");
        MarketplaceSimulator.simulate(DATE, ORDERS, SEED, inbox);
    }

    @Test
    void aNightDecidesOnceAndForAllThatItFinds() {
        night.run(DATE, inbox);

        CaseTally tally = night.decide(DATE);

        everyBreakHasACaseOfItsCause();
        everyFindingAndEveryKindOfRejectHasACase();
        everyCaseIsDecidedAndEveryClosedOneResolvesItsBreaks(tally);
        aSecondRunDecidesTheSame(tally);
        anotherDatabaseDecidesTheSame();
        whatIsResolvedIsExportedOnItsNightAndNotLater();
    }

    private void everyBreakHasACaseOfItsCause() {
        assertThat(database.fetchCount(BREAK)).isPositive();
        assertThat(database.fetchCount(BREAK.join(WORK_CASE)
                        .on(WORK_CASE.CASE_ID.eq(BREAK.CASE_ID).and(WORK_CASE.CAUSE.eq(BREAK.TYPE)))))
                .isEqualTo(database.fetchCount(BREAK));
    }

    private void everyFindingAndEveryKindOfRejectHasACase() {
        assertThat(database.fetchCount(WORK_CASE, WORK_CASE.KIND.eq("FINDING")))
                .isPositive()
                .isEqualTo(database.fetchCount(FINDING));
        assertThat(database.selectDistinct(WORK_CASE.CAUSE)
                        .from(WORK_CASE)
                        .where(WORK_CASE.KIND.eq("REJECT"))
                        .fetch(WORK_CASE.CAUSE))
                .containsExactlyInAnyOrderElementsOf(database.fetch("select distinct reason from ingest.reject")
                        .into(String.class));
    }

    private void everyCaseIsDecidedAndEveryClosedOneResolvesItsBreaks(CaseTally tally) {
        assertThat(database.fetchCount(DECISION)).isEqualTo((int) tally.opened());
        assertThat(tally.open() + tally.closed()).isEqualTo(tally.opened());
        assertThat(tally.closedAutomatically()).isPositive().isEqualTo(tally.closed());
        assertThat(tally.resolvedByReconciliation().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(night.resolutions(DATE).size())
                .isEqualTo(database.fetchCount(
                        BREAK.join(WORK_CASE).on(WORK_CASE.CASE_ID.eq(BREAK.CASE_ID)), WORK_CASE.STATUS.eq("CLOSED")));
        assertThat(tally.automationRate()).isEqualByComparingTo(BigDecimal.ONE);
    }

    private void aSecondRunDecidesTheSame(CaseTally first) {
        List<String> decisions = night.decisions(DATE);
        List<String> resolutions = night.resolutions(DATE);
        int entries = database.fetchCount(ENTRY);

        assertThat(night.decide(DATE)).isEqualTo(first);

        assertThat(night.decisions(DATE)).isNotEmpty().isEqualTo(decisions);
        assertThat(night.resolutions(DATE)).isNotEmpty().isEqualTo(resolutions);
        assertThat(database.fetchCount(ENTRY)).isEqualTo(entries);
    }

    private void anotherDatabaseDecidesTheSame() {
        NightOnDatabase other = new NightOnDatabase(replayed.dsl());
        other.run(DATE, inbox);
        other.decide(DATE);

        assertThat(other.decisions(DATE)).isEqualTo(night.decisions(DATE));
    }

    private void whatIsResolvedIsExportedOnItsNightAndNotLater() {
        List<String> breaks = breaks(DATE);
        List<String> resolved = night.resolutions(DATE).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
        assertThat(breaks).containsAll(resolved);

        night.reconcile(NEXT);
        night.decide(NEXT);

        List<String> left = new ArrayList<>(breaks);
        resolved.forEach(left::remove);
        assertThat(breaks(NEXT)).doesNotContainAnyElementsOf(resolved).containsAll(left);
        assertThat(breaks(DATE)).isEqualTo(breaks);
    }

    private List<String> breaks(LocalDate date) {
        List<String> breaks = new ArrayList<>();
        for (Reconciliation reconciliation : Reconciliation.values()) {
            night.export(reconciliation, date).stream()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals("BREAK"))
                    .forEach(cells -> breaks.add(String.join(",", cells[1], cells[3], cells[4])));
        }
        return breaks;
    }

    @Test
    void whatIsOverTheDaysLimitOfWriteOffsWaitsForTheNextDay() {
        database = thrifty.dsl();
        night = new NightOnDatabase(database);
        database.update(WRITE_OFF_LIMIT)
                .set(WRITE_OFF_LIMIT.PER_CASE, new BigDecimal("0.05"))
                .set(WRITE_OFF_LIMIT.PER_DAY, new BigDecimal("0.05"))
                .where(WRITE_OFF_LIMIT.AUTHORITY.eq("POLICY"))
                .execute();
        night.run(DATE, inbox);

        night.decide(DATE);

        List<BigDecimal> writtenOff = database.select(WORK_CASE.AMOUNT)
                .from(WORK_CASE)
                .where(WORK_CASE.RESOLUTION.eq("WRITE_OFF"))
                .fetch(WORK_CASE.AMOUNT);
        assertThat(writtenOff).isNotEmpty();
        assertThat(writtenOff.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isLessThanOrEqualTo(new BigDecimal("0.05"));
    }
}
