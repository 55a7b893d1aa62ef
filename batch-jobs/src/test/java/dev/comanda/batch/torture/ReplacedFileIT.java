package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.batch.ingest.IngestProgress;
import dev.comanda.batch.nightly.NightOnDatabase;
import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file of the inbox that becomes another one while it is read. */
@Tag("torture")
@Tag("long")
class ReplacedFileIT {

    private static final int ORDERS_OF_THE_OTHER_DAY = 400;
    private static final int SEED_OF_THE_OTHER_DAY = 2;

    private static final Path PLAIN = Path.of("events", "ordering", TorturedDay.DATE + ".ndjson");
    private static final Path PACKED = Path.of("events", "courier", TorturedDay.DATE.minusDays(1) + ".ndjson.gz");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    private TorturedDay day;
    private Path otherInbox;

    @BeforeEach
    void simulateTwoDays() throws IOException {
        day = TorturedDay.ofThisProcess(folder, postgres.another());
        otherInbox = folder.resolve("other");
        MarketplaceSimulator.simulate(TorturedDay.DATE, ORDERS_OF_THE_OTHER_DAY, SEED_OF_THE_OTHER_DAY, otherInbox);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadIsOneContentOrTheOtherAndTheNextNightTakesTheRest(Replacing how) throws Exception {
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            Random random = Disturbances.random("replaced file " + how, round);
            Path path = how == Replacing.DISGUISED || random.nextBoolean() ? PLAIN : PACKED;
            int length = (int) Files.size(day.inbox().resolve(path));
            byte[] other = how.fit(Files.readAllBytes(otherInbox.resolve(path)), length);
            Path inbox = Inbox.copy(day.inbox(), folder.resolve(how + "-" + round));
            DSLContext database = postgres.another().dsl();
            Replacement replacement =
                    new Replacement(inbox, path, how, other, random.nextLong(readingNanos(inbox, path)));

            List<SourceReport> first = read(database, inbox, replacement);
            replacement.awaitEnd();
            boolean isFirstTaken = first.stream().anyMatch(each -> path.equals(Path.of(each.name())));
            TorturedDay.run(new NightOnDatabase(database), inbox);

            assertThat(Published.of(database, TorturedDay.DATE)
                            .differencesFrom(expected(how, isFirstTaken, path, other)))
                    .as("%s was %s after %d ns", path, how, replacement.afterNanos)
                    .isEmpty();
            Disturbances.print("%s was %s %d us after its reading began: the first run %s"
                    .formatted(
                            path,
                            how,
                            replacement.afterNanos / 1000,
                            isFirstTaken ? "took what was there before" : "left it for the next one"));
        }
    }

    /** Nothing but the replacing content where the first was left; both, one after the other, where it was taken. */
    private Published expected(Replacing how, boolean isFirstTaken, Path path, byte[] other) throws IOException {
        if (isFirstTaken && how == Replacing.DISGUISED) {
            // What looks as it did is not read again: that is how an inbox of a million files is read in seconds.
            return day.published();
        }
        Path inbox = Inbox.copy(day.inbox(), folder.resolve("expected"));
        DSLContext database = postgres.another().dsl();
        NightOnDatabase night = new NightOnDatabase(database);
        if (isFirstTaken) {
            night.read(inbox);
        }
        Replacing.RENAMED.replace(inbox.resolve(path), other);
        TorturedDay.run(night, inbox);
        Inbox.delete(inbox);
        return Published.of(database, TorturedDay.DATE);
    }

    /** How long the file is read, on a database that is thrown away. */
    private long readingNanos(Path inbox, Path path) {
        Watch watch = new Watch(path);
        read(postgres.another().dsl(), inbox, watch);
        return watch.nanos;
    }

    private static List<SourceReport> read(DSLContext database, Path inbox, IngestProgress progress) {
        new BankDays(database).ensureFilled();
        Clock clock = Clock.systemUTC();
        return new InboxIngest(database, new Inboxes(null, clock), LegalEntity.DEFAULT, clock)
                .read(InboxLocation.of(inbox), progress);
    }

    private static final class Watch implements IngestProgress {

        private final String path;
        private long begun;
        private long nanos;

        Watch(Path path) {
            this.path = path.toString();
        }

        @Override
        public void reading(String file) {
            begun = file.equals(path) ? System.nanoTime() : begun;
        }

        @Override
        public void read(SourceReport report) {
            nanos = report.name().equals(path) ? System.nanoTime() - begun : nanos;
        }
    }

    /** Replaces a file from another thread, a while after its reading began. */
    private static final class Replacement implements IngestProgress {

        private final Path inbox;
        private final Path path;
        private final Replacing how;
        private final byte[] content;
        private final long afterNanos;
        private final List<CompletableFuture<Void>> begun = new ArrayList<>();

        Replacement(Path inbox, Path path, Replacing how, byte[] content, long afterNanos) {
            this.inbox = inbox;
            this.path = path;
            this.how = how;
            this.content = content;
            this.afterNanos = afterNanos;
        }

        @Override
        public void reading(String file) {
            if (Path.of(file).equals(path)) {
                begun.add(CompletableFuture.runAsync(this::replace));
            }
        }

        private void replace() {
            LockSupport.parkNanos(afterNanos);
            try {
                how.replace(inbox.resolve(path), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void awaitEnd() {
            assertThat(begun).hasSize(1);
            begun.get(0).join();
        }
    }
}
