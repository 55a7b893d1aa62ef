package dev.comanda.batch.nightly;

import static dev.comanda.sql.casework.Tables.WORK_CASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.batch.simulator.SimulatedNights;
import dev.comanda.ops.decision.CaseTally;
import dev.comanda.ops.ledger.Proof;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nights in a row with their decisions: each planted exception is decided as it says it should be, and no clearing account is out
 * by a cent on any night. {@code -Dcomanda.month.nights=30 -Dcomanda.month.orders=20000 -Dcomanda.month.times=1} is a
 * month of the rates as they are committed.
 */
class SimulatedMonthIT {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 16);
    private static final int NIGHTS = Integer.getInteger("comanda.month.nights", 16);
    private static final int ORDERS_PER_DAY = Integer.getInteger("comanda.month.orders", 120);
    private static final int TIMES_AS_OFTEN = Integer.getInteger("comanda.month.times", 12);

    /** A policy may still wait for what was raised so late. */
    private static final int WAITING_DAYS = 13;

    private static final long SEED = Long.getLong("comanda.month.seed", 5);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void everyExceptionIsDecidedAsItShouldBeAndEveryCentIsProven(@TempDir Path folder) throws IOException {
        Path days = folder.resolve("days");
        Path expectations = MarketplaceSimulator.simulateNights(
                SimulatedNights.until(LAST, NIGHTS, ORDERS_PER_DAY, SEED).withExceptionsTimes(TIMES_AS_OFTEN), days);
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        NightOnDatabase night = new NightOnDatabase(postgres.dsl());

        List<Proof> differing = new ArrayList<>();
        long closed = 0;
        long closedAutomatically = 0;
        for (LocalDate date = LAST.minusDays(NIGHTS - 1L); !date.isAfter(LAST); date = date.plusDays(1)) {
            SimulatedNightsIT.deliver(days.resolve(date.toString()), inbox);
            night.run(date, inbox);
            CaseTally tally = night.decide(date);
            closed += tally.closed();
            closedAutomatically += tally.closedAutomatically();
            differing.addAll(night.post(date));
        }

        assertThat(differing).isEmpty();
        JsonNode exceptions = JsonMapper.shared().readTree(expectations).get("exceptions");
        List<String> differences = new ArrayList<>();
        List<String> cases = cases();
        Set<String> waiting = waitingSubjects();
        PlantedRows.compare("decisions", cases, wanted(exceptions, waiting), differences);
        assertThat(differences).isEmpty();
        assertThat(closed).isPositive().isEqualTo(closedAutomatically);
        System.out.printf(
                "automation: %d of %d cases closed without a person in %d nights of %d orders%n",
                closedAutomatically, cases.size(), NIGHTS, ORDERS_PER_DAY);
        if (TIMES_AS_OFTEN == 1) {
            assertThat(closedAutomatically * 10).isGreaterThanOrEqualTo(cases.size() * 9L);
        }
    }

    private static List<String> cases() {
        return postgres.dsl()
                .select(WORK_CASE.CAUSE, WORK_CASE.SUBJECT, WORK_CASE.STATUS, WORK_CASE.RESOLUTION, WORK_CASE.OWNER)
                .from(WORK_CASE)
                .where(WORK_CASE.STATUS.ne("WAITING").or(WORK_CASE.OPENED_ON.lt(LAST.minusDays(WAITING_DAYS))))
                .fetch(SimulatedMonthIT::caseOf);
    }

    /** What is left to be decided when the month is over, because it came late. */
    private static Set<String> waitingSubjects() {
        return postgres.dsl()
                .select(WORK_CASE.CAUSE, WORK_CASE.SUBJECT)
                .from(WORK_CASE)
                .where(WORK_CASE.STATUS.eq("WAITING"))
                .and(WORK_CASE.OPENED_ON.ge(LAST.minusDays(WAITING_DAYS)))
                .fetchSet(row -> row.value1() + " " + row.value2());
    }

    private static String caseOf(Record row) {
        String decided =
                switch (row.get(WORK_CASE.STATUS)) {
                    case "OPEN" -> "PERSON " + row.get(WORK_CASE.OWNER);
                    case "CLOSED" -> row.get(WORK_CASE.RESOLUTION);
                    default -> row.get(WORK_CASE.STATUS);
                };
        return String.join(" ", row.get(WORK_CASE.CAUSE), row.get(WORK_CASE.SUBJECT), decided);
    }

    /** Records of one file that are no events are one case. */
    private static List<String> wanted(JsonNode exceptions, Set<String> waiting) {
        return PlantedRows.stream(exceptions)
                .filter(exception -> !waiting.contains(exception.get("cause").asString() + " " + subject(exception)))
                .map(SimulatedMonthIT::wantedCase)
                .distinct()
                .toList();
    }

    private static String wantedCase(JsonNode exception) {
        String decision = exception.get("decision").asString();
        String decided =
                decision.equals("PERSON") ? "PERSON " + exception.get("owner").asString() : decision;
        return String.join(" ", exception.get("cause").asString(), subject(exception), decided);
    }

    private static String subject(JsonNode exception) {
        String reconciliation = exception.get("reconciliation").asString();
        String left = PlantedRows.joined(exception.get("left"));
        String right = PlantedRows.joined(exception.get("right"));
        if (reconciliation.equals("rejects")) {
            return right.substring(0, right.lastIndexOf('#'));
        }
        return reconciliation + ":" + (left.isEmpty() ? right : left);
    }
}
