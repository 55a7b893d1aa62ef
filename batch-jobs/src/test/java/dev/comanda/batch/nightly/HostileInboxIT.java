package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bad files of every format: each is told by file and line, nothing of it is taken by halves, and the night goes on. */
class HostileInboxIT {

    private static final LocalDate DATE = LocalDate.of(2026, 10, 14);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private final DSLContext database = postgres.dsl();

    @Test
    void everyBadFileIsToldAndNoneStopsTheNight(@TempDir Path inbox) throws IOException {
        List<HostileFile> files = Stream.of(HostileEvents.all(), HostileStatements.all(), HostileStatements.special())
                .flatMap(List::stream)
                .toList();
        for (HostileFile file : files) {
            file.writeInto(inbox);
        }

        List<SourceReport> reports = new NightOnDatabase(database).run(DATE, inbox);

        Map<String, SourceReport> byName =
                reports.stream().collect(Collectors.toMap(SourceReport::name, Function.identity()));
        assertThat(byName.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        files.stream().map(HostileFile::path).toList());
        Map<String, Long> facts = facts();
        Map<String, String> rejects = firstRejects();
        List<String> problems = new ArrayList<>();
        for (HostileFile file : files) {
            SourceReport report = Objects.requireNonNull(byName.get(file.path()));
            String problem =
                    problem(file, report, facts.getOrDefault(file.path(), 0L), rejects.getOrDefault(file.path(), ""));
            if (!problem.isEmpty()) {
                problems.add("%s: %s (%s; %s)".formatted(file.path(), problem, report, rejects.get(file.path())));
            }
        }
        assertThat(problems).isEmpty();
    }

    /** What is not as it should be; empty where all is. */
    private static String problem(HostileFile file, SourceReport report, long facts, String firstReject) {
        String error = report.error();
        if (report.read() != report.accepted() + report.duplicates() + report.rejected() + report.ignored()) {
            return "what was read is not accounted for";
        }
        if (report.accepted() != file.accepted() || report.rejected() != file.rejected()) {
            return "accepted %d and rejected %d are expected".formatted(file.accepted(), file.rejected());
        }
        if (facts > 0 != file.accepted() > 0) {
            return "it has %d facts".formatted(facts);
        }
        return switch (file.fate()) {
            case UNREADABLE ->
                error == null || !error.startsWith(file.path() + ": ") || !isSentence(error, file.says())
                        ? "a sentence is expected"
                        : "";
            case DAMAGED ->
                error != null || !isSentence(firstReject, file.says()) ? "a reject with a sentence is expected" : "";
            case TAKEN -> error != null ? "no error is expected" : "";
        };
    }

    private static boolean isSentence(String text, String part) {
        return text.contains(part)
                && text.length() > 10
                && text.length() < 700
                && text.indexOf('\n') < 0
                && !text.contains("Exception");
    }

    /** How many rows each file has in all tables that hold what came from a file. */
    private Map<String, Long> facts() {
        Map<String, Long> facts = new HashMap<>();
        for (String table : factTables()) {
            database.fetch("select path, count(*) from " + table
                            + " join ingest.source using (source_id) group by path")
                    .forEach(row -> facts.merge(row.get(0, String.class), row.get(1, Long.class), Long::sum));
        }
        return facts;
    }

    /** The line and the sentence of each file's first reject. */
    private Map<String, String> firstRejects() {
        return database.fetch("select distinct on (path) path, line || ': ' || sentence from ingest.reject"
                        + " join ingest.source using (source_id) where line > 0 order by path, line")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
    }

    private List<String> factTables() {
        return database.fetch("select table_schema || '.' || table_name from information_schema.columns"
                        + " join information_schema.tables using (table_schema, table_name)"
                        + " where column_name = 'source_id' and table_type = 'BASE TABLE'"
                        + " and table_schema in ('marketplace', 'psp', 'bank')")
                .getValues(0, String.class);
    }
}
