package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.batch.bucket.S3Store;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An inbox in S3 is read as a folder is, also where the connection breaks off or an object is replaced meanwhile. */
class S3InboxIT {

    private static final Path NIGHT = NightOnDatabase.EXAMPLES.resolve("night");
    private static final LocalDate DATE = LocalDate.of(2026, 10, 14);

    @RegisterExtension
    static final PostgresExtension example = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private S3Store store;

    @BeforeAll
    static void theSdkFindsRegionAndCredentials() {
        System.setProperty("aws.region", "sa-east-1");
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @BeforeEach
    void start() throws IOException {
        store = S3Store.start();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private List<SourceReport> read(PostgresExtension database, String prefix) {
        return new NightOnDatabase(database.dsl())
                .read(
                        InboxLocation.of("s3://" + S3Store.BUCKET + "/" + prefix),
                        new Inboxes(store.endpoint(), Clock.systemUTC()));
    }

    @Test
    void theExampleNightExportsWhatItExportsFromAFolder() throws IOException {
        assumeTrue(Files.isDirectory(NIGHT), () -> "skipped: there is no " + NIGHT);
        store.putAll("days/today", NIGHT.resolve("inbox"));

        List<SourceReport> read = read(example, "days/today/");

        assertThat(read).allSatisfy(source -> assertThat(source.error()).isNull());
        NightOnDatabase night = new NightOnDatabase(example.dsl());
        night.reconcile(DATE, Lags.standard());
        assertThat(night.differences(DATE, NIGHT.resolve("expected"))).isEmpty();
        int downloads = store.downloads();
        assertThat(read(example, "days/today")).isEmpty();
        assertThat(store.downloads()).isEqualTo(downloads);
    }

    @Test
    void whatIsStillBeingWrittenIsLeftAlone() {
        store.put("ready/events/a.ndjson", Bytes.of("no event 1\n"));
        store.put("ready/events/b.ndjson.part", Bytes.of("no event 2\n"));
        store.put("ready/events/c.tmp", Bytes.of("no event 3\n"));
        store.put("ready/events/", new byte[0]);
        store.put("ready-not/events/d.ndjson", Bytes.of("no event 4\n"));
        assertThat(read(postgres, "ready")).extracting(SourceReport::name).containsExactly("events/a.ndjson");
    }

    @Test
    void aDownloadThatBreaksOffGoesOnWhereItWas() {
        String text = "this is no event either\n".repeat(20_000);
        store.put("cut/events/long.ndjson", Bytes.of(text));
        store.breakOff("cut/events/long.ndjson", 3);
        assertThat(read(postgres, "cut")).singleElement().satisfies(report -> {
            assertThat(report.rejected()).isEqualTo(20_000);
            assertThat(report.error()).isNull();
        });
    }

    @Test
    void anObjectThatKeepsBreakingOffWaitsForTheNextRunAndStopsNoOther() {
        store.put("dead/events/a.ndjson", Bytes.of("broken off\n".repeat(1_000)));
        store.put("dead/events/b.ndjson", Bytes.of("whole\n"));
        store.breakOff("dead/events/a.ndjson", 1_000);
        assertThat(read(postgres, "dead")).extracting(SourceReport::name).containsExactly("events/b.ndjson");
        assertThat(sources("events/a.ndjson", "dead")).isZero();

        store.breakOff("", 0);
        assertThat(read(postgres, "dead")).extracting(SourceReport::name).containsExactly("events/a.ndjson");
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadWaitsForTheNextRun() {
        store.put("moving/events/a.ndjson", Bytes.of("the first content\n"));
        store.afterNextDownload(() -> store.put("moving/events/a.ndjson", Bytes.of("another content\n")));
        assertThat(read(postgres, "moving")).isEmpty();
        assertThat(sources("events/a.ndjson", "moving")).isZero();

        assertThat(read(postgres, "moving")).singleElement().satisfies(report -> assertThat(report.rejected())
                .isEqualTo(1));
    }

    @Test
    void aBucketThatIsNotThereIsToldSo() {
        Inboxes inboxes = new Inboxes(store.endpoint(), Clock.systemUTC());
        NightOnDatabase night = new NightOnDatabase(postgres.dsl());
        assertThatThrownBy(() -> night.read(InboxLocation.of("s3://nowhere/x"), inboxes))
                .isInstanceOf(OpsException.class)
                .hasMessageContaining("s3://nowhere/x");
    }

    /** How many sources of a path the inbox is known to have. */
    private long sources(String path, String prefix) {
        return postgres.dsl()
                .fetchSingle(
                        "select count(*) from ingest.source s join ingest.inbox_file f using (source_id)"
                                + " where s.path = ? and f.inbox = ?",
                        path,
                        "s3://" + S3Store.BUCKET + "/" + prefix)
                .get(0, Long.class);
    }
}
