package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jooq.DSLContext;
import org.jooq.Record;
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
        SoftAssertions all = new SoftAssertions();
        files.forEach(file -> check(file, Objects.requireNonNull(byName.get(file.path())), all));
        all.assertAll();
    }

    private void check(HostileFile file, SourceReport report, SoftAssertions all) {
        all.assertThat(report.read())
                .as("%s: read", file.path())
                .isEqualTo(report.accepted() + report.duplicates() + report.rejected() + report.ignored());
        all.assertThat(report.accepted()).as("%s: accepted", file.path()).isEqualTo(file.accepted());
        all.assertThat(report.rejected()).as("%s: rejected", file.path()).isEqualTo(file.rejected());
        all.assertThat(facts(file.path()) > 0).as("%s: has facts", file.path()).isEqualTo(file.accepted() > 0);
        switch (file.fate()) {
            case UNREADABLE ->
                all.assertThat(report.error())
                        .as("%s: error", file.path())
                        .startsWith(file.path() + ": ")
                        .contains(file.says())
                        .doesNotContain("Exception", "\n")
                        .hasSizeLessThan(600);
            case DAMAGED -> {
                all.assertThat(report.error()).as("%s: error", file.path()).isNull();
                Record first = database.fetchOne(
                        "select line, sentence from ingest.reject join ingest.source using (source_id) where path = ?"
                                + " order by line limit 1",
                        file.path());
                if (first == null) {
                    all.fail("%s: no reject is kept".formatted(file.path()));
                    return;
                }
                all.assertThat(first.get(0, Long.class))
                        .as("%s: line", file.path())
                        .isPositive();
                all.assertThat(first.get(1, String.class))
                        .as("%s: sentence", file.path())
                        .contains(file.says())
                        .hasSizeBetween(10, 600);
            }
            case TAKEN ->
                all.assertThat(report.error()).as("%s: error", file.path()).isNull();
        }
    }

    /** How many rows a file has in all tables that hold what came from a file. */
    private long facts(String path) {
        long facts = 0;
        for (String table : factTables()) {
            facts += database.fetchSingle(
                            "select count(*) from " + table + " join ingest.source using (source_id) where path = ?",
                            path)
                    .get(0, Long.class);
        }
        return facts;
    }

    private List<String> factTables() {
        return database.fetch("select table_schema || '.' || table_name from information_schema.columns"
                        + " join information_schema.tables using (table_schema, table_name)"
                        + " where column_name = 'source_id' and table_type = 'BASE TABLE'"
                        + " and table_schema in ('marketplace', 'psp', 'bank')")
                .getValues(0, String.class);
    }
}
