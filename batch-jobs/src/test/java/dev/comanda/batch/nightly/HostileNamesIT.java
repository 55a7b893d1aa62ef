package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An inbox with names, links and folders that nobody expects: what is a file is read, and nothing stops the rest. */
class HostileNamesIT {

    private static final int MANY = 2_000;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private final NightOnDatabase night = new NightOnDatabase(postgres.dsl());

    @TempDir
    private Path inbox;

    @Test
    void linksThatLeadInACircleOrNowhereAreNoFiles() throws IOException {
        Path events = Files.createDirectories(inbox.resolve("events"));
        Files.createSymbolicLink(events.resolve("circle"), inbox);
        Files.createSymbolicLink(events.resolve("self.ndjson"), events.resolve("self.ndjson"));
        Files.createSymbolicLink(events.resolve("nowhere.ndjson"), inbox.resolve("nowhere"));
        Files.createDirectories(events.resolve("folder.ndjson"));
        Files.writeString(events.resolve("folder.ndjson/inside.ndjson"), "inside\n");
        Files.createSymbolicLink(events.resolve("link.ndjson"), Files.writeString(inbox.resolve("a.tmp"), "linked\n"));

        assertThat(night.read(inbox))
                .extracting(SourceReport::name)
                .containsExactly("events/folder.ndjson/inside.ndjson", "events/link.ndjson");
    }

    @Test
    void anyNameThatAFileCanHaveIsRead() throws Exception {
        Path events = Files.createDirectories(inbox.resolve("events"));
        for (String name : List.of("two\nlines", "tab\t", " blank ", "quote\"'", "-", "ação", "$(x)", "\033[31m")) {
            Files.writeString(events.resolve(name), "named " + name.strip().hashCode() + "\n");
        }
        int shell = new ProcessBuilder("sh", "-c", "echo latin > \"$(printf 'a\\351b')\"")
                .directory(events.toFile())
                .start()
                .waitFor();
        assumeTrue(shell == 0, "no shell, or a file system that takes no such name");

        List<SourceReport> reports = night.read(inbox);

        assertThat(reports).hasSize(9).allSatisfy(report -> {
            assertThat(report.error()).isNull();
            assertThat(report.rejected()).isEqualTo(1);
        });
        assertThat(night.read(inbox)).isEmpty();
    }

    @Test
    void aFileOutsideOfAnyFolderIsToldWhereItBelongs() throws IOException {
        Files.writeString(inbox.resolve("stray.csv"), "stray\n");
        assertThat(night.read(inbox)).singleElement().satisfies(report -> assertThat(report.error())
                .startsWith("stray.csv: ")
                .contains("psp/"));
    }

    @Test
    void whatNobodyMayReadIsLeftForTheNextRun() throws IOException {
        Path events = Files.createDirectories(inbox.resolve("events"));
        Path closed = Files.createDirectories(inbox.resolve("psp"));
        Path file = Files.writeString(events.resolve("closed.ndjson"), "closed\n");
        Files.writeString(events.resolve("open.ndjson"), "open\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(file), "root reads everything");
            assertThat(night.read(inbox)).extracting(SourceReport::name).containsExactly("events/open.ndjson");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void twoThousandTinyFilesAreReadOnce() throws IOException {
        Path folder = Files.createDirectories(inbox.resolve("psp/stripe"));
        for (int i = 0; i < MANY; i++) {
            Files.writeString(folder.resolve(i + ".csv"), "created,currency,gross,net,reporting_category," + i + "\n");
        }
        // As the product has it: without a pool this would test how fast PostgreSQL takes connections.
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(postgres.dataSource());
            NightOnDatabase pooled = new NightOnDatabase(DSL.using(pool, SQLDialect.POSTGRES));
            assertThat(pooled.read(inbox)).hasSize(MANY).allSatisfy(report -> assertThat(report.error())
                    .isNull());
            assertThat(pooled.read(inbox)).isEmpty();
        }
    }
}
