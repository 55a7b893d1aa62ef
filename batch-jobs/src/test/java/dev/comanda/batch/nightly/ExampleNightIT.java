package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The worked example of one night: what a first run for 2026-10-14 reads and exports, line by line. */
class ExampleNightIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Path NIGHT = NightOnDatabase.EXAMPLES.resolve("night");
    private static final LocalDate DATE = LocalDate.of(2026, 10, 14);

    @Test
    void exportsExactlyWhatTheExampleSaysAlsoWhenItIsRunAgain() throws IOException {
        assumeTrue(Files.isDirectory(NIGHT), () -> "skipped: there is no " + NIGHT);
        NightOnDatabase night = new NightOnDatabase(postgres.dsl());

        List<SourceReport> read = night.run(DATE, NIGHT.resolve("inbox"));

        assertThat(read).allSatisfy(source -> assertThat(source.error()).isNull());
        List<SourceReport> events =
                read.stream().filter(source -> source.kind().equals("events")).toList();
        assertThat(events.stream().mapToLong(SourceReport::accepted).sum()).isEqualTo(685);
        assertThat(events.stream().mapToLong(SourceReport::duplicates).sum()).isEqualTo(137);
        assertThat(events.stream().mapToLong(SourceReport::rejected).sum()).isEqualTo(3);
        assertThat(events.stream().mapToLong(SourceReport::ignored).sum()).isEqualTo(1);
        assertThat(night.differences(DATE, NIGHT.resolve("expected"))).isEmpty();
        List<String> findings = Files.readAllLines(NIGHT.resolve("expected/findings.csv"));
        assertThat(night.findings(DATE)).isEqualTo(findings.subList(1, findings.size()));

        assertThat(night.run(DATE, NIGHT.resolve("inbox"))).isEmpty();
        assertThat(night.differences(DATE, NIGHT.resolve("expected"))).isEmpty();
    }
}
