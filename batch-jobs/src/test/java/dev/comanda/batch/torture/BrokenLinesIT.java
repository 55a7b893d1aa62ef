package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.ops.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose line to the database is slow, is cut, or falls silent. */
@Tag("torture")
@Tag("long")
class BrokenLinesIT {

    private static final long A_MILLISECOND = 1_000_000;

    /** How long the pool asks a server that cannot be reached; its default is half a minute. */
    private static final String IMPATIENT = "--spring.datasource.hikari.connection-timeout=2000";

    /** What an operator sets whose lines fall silent: nobody else notices. */
    private static final String NOTICING_SILENCE = "?socketTimeout=5&connectTimeout=5";

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    private TorturedDay day;
    private TestDatabase database;
    private Path data;
    private int nights;

    @BeforeEach
    void simulateTheDay() throws Exception {
        day = TorturedDay.ofAProcess(folder, postgres.another());
        begin();
    }

    private void begin() {
        database = postgres.another();
        data = folder.resolve("night-" + ++nights);
    }

    @Test
    void aSlowLineChangesNothing() throws Exception {
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            Random random = Disturbances.random("slow lines", round);
            Line line = random.nextBoolean()
                    ? Line.slow(random.nextLong(A_MILLISECOND))
                    : Line.trickling(100 + random.nextInt(900));
            begin();
            try (TcpProxy proxy = proxy(line)) {
                RunningNight night = place(proxy, "").start();

                assertThat(night.end()).as(night::said).isEqualTo(RunningNight.DONE);
                assertEndedAsUndisturbed();
                Disturbances.print(
                        "a night went through with its %d bytes over %s".formatted(proxy.passedBytes(), line));
            }
        }
    }

    @Test
    void aNightWhoseLineIsCutSaysSoAndTheNextOneEndsAsIfItHadNotBeen() throws Exception {
        long bytes = bytesOfANight();
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            Line line = Line.cutAfter(Disturbances.random("cut lines", round).nextLong(bytes));
            begin();
            String ended = endOver(line, "");
            assertTheNextOneEndsAsUndisturbed();
            Disturbances.print(
                    "a line was cut after %d of %d bytes; the night %s".formatted(line.cutAfterBytes(), bytes, ended));
        }
    }

    @Test
    void aNightWhoseLineFallsSilentNoticesAndTheNextOneEndsAsIfItHadNotBeen() throws Exception {
        long bytes = bytesOfANight();
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            Line line =
                    Line.silentAfter(Disturbances.random("silent lines", round).nextLong(bytes));
            begin();
            String ended = endOver(line, NOTICING_SILENCE);
            assertTheNextOneEndsAsUndisturbed();
            Disturbances.print("a line fell silent after %d of %d bytes; the night %s"
                    .formatted(line.silentAfterBytes(), bytes, ended));
        }
    }

    private long bytesOfANight() throws Exception {
        try (TcpProxy proxy = proxy(Line.sound())) {
            RunningNight night = place(proxy, "").start();
            assertThat(night.end()).as(night::said).isEqualTo(RunningNight.DONE);
            return proxy.passedBytes();
        }
    }

    private String endOver(Line line, String options) throws Exception {
        try (TcpProxy proxy = proxy(line)) {
            RunningNight night = place(proxy, options).start();
            return night.end() == RunningNight.DONE
                    ? "ended well all the same"
                    : "was in %s and said: %s".formatted(night.step(), night.failure());
        }
    }

    private void assertTheNextOneEndsAsUndisturbed() throws Exception {
        RunningNight next = NightPlace.on(database, day.inbox(), data).start();
        assertThat(next.end()).as(next::said).isEqualTo(RunningNight.DONE);
        assertEndedAsUndisturbed();
    }

    private void assertEndedAsUndisturbed() throws Exception {
        assertThat(Published.of(database.dsl(), TorturedDay.DATE)
                        .withLake(data.resolve("lake"))
                        .differencesFrom(day.published()))
                .isEmpty();
    }

    private TcpProxy proxy(Line line) throws IOException {
        URI server = server();
        return TcpProxy.before(server.getHost(), server.getPort(), line);
    }

    private NightPlace place(TcpProxy proxy, String options) {
        String url = "jdbc:postgresql://127.0.0.1:" + proxy.port() + server().getPath() + options;
        return NightPlace.on(database, url, day.inbox(), data).with(IMPATIENT);
    }

    private URI server() {
        return URI.create(database.jdbcUrl().substring("jdbc:".length()));
    }
}
