package dev.comanda.batch.nightly;

import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.batch.simulator.SimulatedNights;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights in a row: each planted exception is raised on its night and ends on its day, and nothing else breaks. */
class SimulatedNightsIT {

    /** Three days that are no business days lie in a row before it: a weekend and a holiday. */
    private static final LocalDate LAST = LocalDate.of(2026, 10, 16);

    private static final int NIGHTS = 12;
    private static final int ORDERS_PER_DAY = 150;
    private static final int TIMES_AS_OFTEN = 12;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void everyExceptionIsRaisedOnItsNightAndEndsOnItsDayAndNothingElseBreaks(@TempDir Path folder) throws IOException {
        Path days = folder.resolve("days");
        Path expectations = MarketplaceSimulator.simulateNights(
                SimulatedNights.until(LAST, NIGHTS, ORDERS_PER_DAY, 5).withExceptionsTimes(TIMES_AS_OFTEN), days);
        List<JsonNode> exceptions = PlantedRows.stream(
                        JsonMapper.shared().readTree(expectations).get("exceptions"))
                .toList();
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        NightOnDatabase night = new NightOnDatabase(postgres.dsl());

        List<String> differences = new ArrayList<>();
        for (LocalDate date = LAST.minusDays(NIGHTS - 1); !date.isAfter(LAST); date = date.plusDays(1)) {
            deliver(days.resolve(date.toString()), inbox);
            List<SourceReport> read = night.run(date, inbox);
            assertThat(read).noneMatch(source -> source.error() != null);
            for (Reconciliation reconciliation : Reconciliation.values()) {
                differences.addAll(differences(night, reconciliation, date, exceptions));
            }
            PlantedRows.compare(
                    date + " findings", PlantedRows.findings(night, date), findingsOn(date, exceptions), differences);
        }
        assertThat(differences).isEmpty();
        assertThat(rejects()).containsExactlyInAnyOrderElementsOf(rejectsOf(exceptions));
    }

    static void deliver(Path day, Path inbox) throws IOException {
        try (Stream<Path> files = Files.walk(day)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = inbox.resolve(day.relativize(file).toString());
                Files.createDirectories(target.resolve("..").normalize());
                Files.copy(file, target);
            }
        }
    }

    private static List<String> differences(
            NightOnDatabase night, Reconciliation reconciliation, LocalDate date, List<JsonNode> exceptions) {
        List<String> differences = new ArrayList<>();
        List<JsonNode> here = exceptions.stream()
                .filter(is("reconciliation", reconciliation.exportName()))
                .toList();
        List<String[]> rows = PlantedRows.exported(night, reconciliation, date);
        String name = date + " " + reconciliation.exportName();
        PlantedRows.compare(name + " breaks", PlantedRows.breaks(rows), openOn(date, here), differences);
        List<String> matched = rows.stream()
                .filter(row -> row[0].equals("MATCHED"))
                .flatMap(row -> Stream.of((row[3] + "|" + row[4]).split("\\|", -1)))
                .toList();
        List<String> ended = here.stream()
                .filter(is("endsOn", date.toString()))
                .flatMap(exception -> Stream.concat(
                        PlantedRows.stream(exception.get("left")), PlantedRows.stream(exception.get("right"))))
                .map(JsonNode::asString)
                .toList();
        PlantedRows.compare(
                name + " ended by a match",
                ended.stream().filter(matched::contains).toList(),
                ended,
                differences);
        return differences;
    }

    private static List<String> openOn(LocalDate date, List<JsonNode> exceptions) {
        String night = date.toString();
        return exceptions.stream()
                .filter(exception -> exception.get("raisedOn").asString().compareTo(night) <= 0)
                .filter(exception -> {
                    String endsOn = exception.get("endsOn").asString();
                    return endsOn.isEmpty() || endsOn.compareTo(night) > 0;
                })
                .map(exception -> PlantedRows.breakOf(exception.get("cause").asString(), exception))
                .toList();
    }

    private static List<String> findingsOn(LocalDate date, List<JsonNode> exceptions) {
        return exceptions.stream()
                .filter(is("reconciliation", "laws"))
                .filter(is("raisedOn", date.toString()))
                .map(exception -> PlantedRows.finding(
                        exception.get("cause").asString(),
                        PlantedRows.joined(exception.get("left")),
                        exception.get("leftAmount").asString(),
                        exception.get("rightAmount").asString()))
                .toList();
    }

    private static List<String> rejects() {
        return postgres.dsl()
                .select(REJECT.REASON, SOURCE.PATH, REJECT.LINE)
                .from(REJECT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(REJECT.SOURCE_ID))
                .fetch(row -> row.value1() + " " + row.value2() + "#" + row.value3());
    }

    private static List<String> rejectsOf(List<JsonNode> exceptions) {
        return exceptions.stream()
                .filter(is("reconciliation", "rejects"))
                .map(exception -> exception.get("cause").asString() + " " + PlantedRows.joined(exception.get("right")))
                .toList();
    }

    private static Predicate<JsonNode> is(String member, String value) {
        return exception -> exception.get(member).asString().equals(value);
    }
}
