package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.PostgresExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose database is killed under them: the server that comes along, which the next night starts again. */
@Tag("torture")
@Tag("long")
class KilledPostgresIT {

    /** How long the pool asks a server that is gone; its default is half a minute, and a night asks several times. */
    private static final String IMPATIENT = "--spring.datasource.hikari.connection-timeout=2000";

    private static final int MOST_IN_A_ROW = 3;
    private static final int NIGHTS_FOR_A_KILL = 10;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    /** How long a night takes at most: the machine may be quicker than it was at first. */
    private long span;

    private final List<DatabaseServer> killed = new ArrayList<>();

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        for (DatabaseServer each : killed) {
            each.killAll();
        }
    }

    @Test
    void aNightWhoseDatabaseIsKilledSaysSoAndTheNextOneEndsAsIfItHadNotBeen() throws Exception {
        TorturedDay day = TorturedDay.ofAProcess(folder, postgres.database());
        span = day.workNanos();
        int kills = 0;
        for (int night = 1; kills < Disturbances.postgresKills(); night++) {
            assertThat(night)
                    .as("nights for %d kills", kills)
                    .isLessThanOrEqualTo(NIGHTS_FOR_A_KILL * Disturbances.postgresKills());
            int most = Math.min(MOST_IN_A_ROW, Disturbances.postgresKills() - kills);
            kills += killAgainAndAgain(night, most, day);
        }
        Disturbances.print("%d kills of PostgreSQL".formatted(kills));
    }

    private int killAgainAndAgain(int number, int most, TorturedDay day) throws Exception {
        Random random = Disturbances.random("killed PostgreSQL", number);
        NightPlace place = NightPlace.withItsOwnDatabase(day.inbox(), folder.resolve("night-" + number))
                .with(IMPATIENT);
        int kills = 0;
        while (kills < most) {
            long moment = (long) (random.nextDouble() * span);
            boolean isPowerCut = random.nextBoolean();
            RunningNight night = place.start();
            Optional<DatabaseServer> server =
                    night.worksFor(moment) ? DatabaseServer.runningIn(place.data()) : Optional.empty();
            if (server.isEmpty()) {
                assertThat(night.end()).as(night::said).isEqualTo(RunningNight.DONE);
                span = moment;
                break;
            }
            kill(server.get(), isPowerCut);
            String step = night.step();
            String ended = night.end() == RunningNight.DONE ? "ended well all the same" : "said: " + night.failure();
            kills++;
            Disturbances.print("the server of night %d was killed%s %d ms after its first step began, in %s; it %s"
                    .formatted(number, isPowerCut ? " with all" : "", moment / 1_000_000, step, ended));
        }
        RunningNight last = place.start();
        assertThat(last.end()).as(last::said).isEqualTo(RunningNight.DONE);
        OwnDatabase.assertEndedAsUndisturbed(day, place, "night " + number + " after " + kills + " kills");
        return kills;
    }

    private void kill(DatabaseServer server, boolean isPowerCut) throws Exception {
        killed.add(server);
        if (isPowerCut) {
            server.killAll();
        } else {
            server.killPostmaster();
        }
    }
}
