package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.batch.simulator.SimulationVariant;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Simulated days: every planted break is found with its type and its amounts, and no other. */
class SimulatedNightIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final int ORDERS = Integer.getInteger("comanda.simulated.orders", 2_000);

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
        compare(day + " events", events(read), eventsOf(expected), differences);
        for (Reconciliation reconciliation : Reconciliation.values()) {
            JsonNode wanted = expected.get("reconciliations").get(reconciliation.exportName());
            List<String[]> rows = night.export(reconciliation, DATE).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
            String name = day + " " + reconciliation.exportName();
            compare(name + " breaks", breaks(rows), breaksOf(wanted), differences);
            compare(name + " matched", matched(rows), matchedOf(wanted), differences);
            compare(name + " in transit", inTransit(rows), inTransitOf(wanted), differences);
        }
        compare(day + " findings", findings(night), findingsOf(expected), differences);
        return differences;
    }

    private static void compare(String what, List<String> found, List<String> wanted, List<String> differences) {
        List<String> missing = new ArrayList<>(wanted);
        found.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(found);
        wanted.forEach(surplus::remove);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            differences.add("%s: lacks %s, has %s more".formatted(what, missing, surplus));
        }
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

    private static List<String> breaks(List<String[]> rows) {
        return rows.stream()
                .filter(row -> row[0].equals("BREAK"))
                .map(row -> String.join(" ", row[1], row[3], row[4], row[5], row[6], row[7]))
                .toList();
    }

    private static List<String> breaksOf(JsonNode wanted) {
        return stream(wanted.get("breaks"))
                .map(planted -> String.join(
                        " ",
                        planted.get("type").asString(),
                        joined(planted.get("left")),
                        joined(planted.get("right")),
                        planted.get("leftAmount").asString(),
                        planted.get("rightAmount").asString(),
                        planted.get("currency").asString()))
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

    private static List<String> findings(NightOnDatabase night) {
        return night.findings(DATE).stream()
                .map(line -> line.split(",", -1))
                .map(cells -> finding(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    private static List<String> findingsOf(JsonNode expected) {
        return stream(expected.get("findings"))
                .map(finding -> finding(
                        finding.get("law").asString(),
                        finding.get("ref").asString(),
                        finding.get("expected").asString(),
                        finding.get("actual").asString()))
                .toList();
    }

    private static String finding(String law, String ref, String expected, String actual) {
        return String.join(" ", law, ref, plain(expected), plain(actual));
    }

    private static String plain(String amount) {
        return new BigDecimal(amount).stripTrailingZeros().toPlainString();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String joined(JsonNode references) {
        return stream(references).map(JsonNode::asString).collect(Collectors.joining("|"));
    }
}
