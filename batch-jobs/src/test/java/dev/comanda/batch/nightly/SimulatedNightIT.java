package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.batch.simulator.SimulationVariant;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Simulated days: every planted break is found with its type and its amounts, and no other. */
class SimulatedNightIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final int ORDERS = Integer.getInteger("comanda.simulated.orders", 1_000);

    /** Makes the server plan every query that can be for several processes. */
    private static final String PARALLEL =
            """
            do $$ begin
                execute format('alter database %I set max_parallel_workers_per_gather = 4', current_database());
                execute format('alter database %I set parallel_setup_cost = 0', current_database());
                execute format('alter database %I set parallel_tuple_cost = 0', current_database());
                execute format('alter database %I set min_parallel_table_scan_size = 0', current_database());
                execute format('alter database %I set min_parallel_index_scan_size = 0', current_database());
            end $$
            """;

    @RegisterExtension
    static final PostgresExtension first = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension second = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension third = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension fourth = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension fifth = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension delivered = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension parallel = new PostgresExtension();

    @Test
    void everyPlantedBreakIsFoundAndNoOtherForFiveSeeds(@TempDir Path folder) throws IOException {
        List<String> differences = new ArrayList<>();
        long seed = 0;
        for (PostgresExtension postgres : List.of(first, second, third, fourth, fifth)) {
            seed++;
            Path inbox = folder.resolve("seed-" + seed + "/inbox");
            Path expected = MarketplaceSimulator.simulate(DATE, ORDERS, seed, inbox);
            NightOnDatabase night = new NightOnDatabase(postgres.dsl());
            List<SourceReport> read = night.run(DATE, inbox);
            differences.addAll(
                    differences("seed " + seed, night, read, JsonMapper.shared().readTree(expected)));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void exportsAreTheSameWhateverTheDeliveryOfTheEventsAndTheProcessesOfTheServer(@TempDir Path folder)
            throws IOException {
        Path inbox = folder.resolve("shuffled/inbox");
        Path expected = MarketplaceSimulator.simulate(DATE, ORDERS, 6, inbox, SimulationVariant.shuffledOver(5, 77));
        Path plainInbox = folder.resolve("plain/inbox");
        MarketplaceSimulator.simulate(DATE, ORDERS, 6, plainInbox);
        NightOnDatabase night = new NightOnDatabase(delivered.dsl());

        List<SourceReport> read = night.run(DATE, inbox);
        List<String> exported = allExports(night);

        assertThat(differences("shuffled", night, read, JsonMapper.shared().readTree(expected)))
                .isEmpty();
        // What the plain delivery brings is known by its identities: nothing new is accepted, and nothing changes.
        List<SourceReport> again = night.run(DATE, plainInbox);
        assertThat(again.stream()
                        .filter(source -> source.kind().equals("events"))
                        .mapToLong(SourceReport::accepted)
                        .sum())
                .isZero();
        assertThat(allExports(night)).isEqualTo(exported);

        // As many processes as the server likes come to the same.
        parallel.dsl().execute(PARALLEL);
        parallel.database().reconnect();
        assertThat(parallel.dsl().fetchValue("show max_parallel_workers_per_gather"))
                .isEqualTo("4");
        NightOnDatabase inParallel = new NightOnDatabase(parallel.dsl());
        inParallel.run(DATE, inbox);
        assertThat(allExports(inParallel)).isEqualTo(exported);
    }

    private static List<String> allExports(NightOnDatabase night) {
        List<String> lines = new ArrayList<>();
        for (Reconciliation reconciliation : Reconciliation.values()) {
            lines.addAll(night.export(reconciliation, DATE));
        }
        return lines;
    }

    private static List<String> differences(
            String day, NightOnDatabase night, List<SourceReport> read, JsonNode expected) {
        List<String> differences = new ArrayList<>();
        PlantedRows.compare(day + " events", events(read), eventsOf(expected), differences);
        for (Reconciliation reconciliation : Reconciliation.values()) {
            JsonNode wanted = expected.get("reconciliations").get(reconciliation.exportName());
            List<String[]> rows = PlantedRows.exported(night, reconciliation, DATE);
            String name = day + " " + reconciliation.exportName();
            PlantedRows.compare(name + " breaks", PlantedRows.breaks(rows), breaksOf(wanted), differences);
            PlantedRows.compare(name + " matched", matched(rows), matchedOf(wanted), differences);
            PlantedRows.compare(name + " in transit", inTransit(rows), inTransitOf(wanted), differences);
        }
        PlantedRows.compare(day + " findings", PlantedRows.findings(night, DATE), findingsOf(expected), differences);
        return differences;
    }

    private static List<String> events(List<SourceReport> read) {
        List<SourceReport> events =
                read.stream().filter(source -> source.kind().equals("events")).toList();
        return List.of("accepted %d, duplicates %d, rejected %d, ignored %d"
                .formatted(
                        events.stream().mapToLong(SourceReport::accepted).sum(),
                        events.stream().mapToLong(SourceReport::duplicates).sum(),
                        events.stream().mapToLong(SourceReport::rejected).sum(),
                        events.stream().mapToLong(SourceReport::ignored).sum()));
    }

    private static List<String> eventsOf(JsonNode expected) {
        JsonNode events = expected.get("events");
        return List.of("accepted %d, duplicates %d, rejected %d, ignored %d"
                .formatted(
                        events.get("distinct").asLong(),
                        events.get("duplicates").asLong(),
                        events.get("rejected").asLong(),
                        events.get("ignored").asLong()));
    }

    private static List<String> breaksOf(JsonNode wanted) {
        return PlantedRows.stream(wanted.get("breaks"))
                .map(planted -> PlantedRows.breakOf(planted.get("type").asString(), planted))
                .toList();
    }

    private static List<String> matched(List<String[]> rows) {
        Map<String, Long> byRule = rows.stream()
                .filter(row -> row[0].equals("MATCHED"))
                .collect(Collectors.groupingBy(row -> row[2], TreeMap::new, Collectors.counting()));
        return byRule.entrySet().stream().map(Object::toString).toList();
    }

    private static List<String> matchedOf(JsonNode wanted) {
        return wanted.get("matched").properties().stream()
                .filter(rule -> rule.getValue().asLong() > 0)
                .map(rule -> rule.getKey() + "=" + rule.getValue().asLong())
                .toList();
    }

    private static List<String> inTransit(List<String[]> rows) {
        return List.of("left %d, right %d"
                .formatted(
                        rows.stream()
                                .filter(row -> row[0].equals("IN_TRANSIT") && !row[3].isEmpty())
                                .count(),
                        rows.stream()
                                .filter(row -> row[0].equals("IN_TRANSIT") && !row[4].isEmpty())
                                .count()));
    }

    private static List<String> inTransitOf(JsonNode wanted) {
        JsonNode inTransit = wanted.get("inTransit");
        return List.of("left %d, right %d"
                .formatted(
                        inTransit.get("left").asLong(), inTransit.get("right").asLong()));
    }

    private static List<String> findingsOf(JsonNode expected) {
        return PlantedRows.stream(expected.get("findings"))
                .map(finding -> PlantedRows.finding(
                        finding.get("law").asString(),
                        finding.get("ref").asString(),
                        finding.get("expected").asString(),
                        finding.get("actual").asString()))
                .toList();
    }
}
