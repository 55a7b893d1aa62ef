package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.ops.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nights that are killed at any moment, several times in a row. */
@Tag("torture")
class KilledNightsIT {

    private static final int MOST_IN_A_ROW = 6;
    private static final int NIGHTS_FOR_A_KILL = 10;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    /** How long a night takes at most: the machine may be quicker than it was at first. */
    private long span;

    @Test
    void aNightThatIsKilledAtAnyMomentEndsAsIfItHadNotBeen() throws Exception {
        TorturedDay day = TorturedDay.ofAProcess(folder, postgres.database());
        span = day.workNanos();
        int kills = 0;
        for (int night = 1; kills < Disturbances.kills(); night++) {
            assertThat(night)
                    .as("nights for %d kills", kills)
                    .isLessThanOrEqualTo(NIGHTS_FOR_A_KILL * Disturbances.kills());
            int most = Math.min(MOST_IN_A_ROW, Disturbances.kills() - kills);
            kills += killAgainAndAgain(night, most, day);
        }
        Disturbances.print("%d kills of nights".formatted(kills));
    }

    private int killAgainAndAgain(int number, int most, TorturedDay day) throws Exception {
        Random random = Disturbances.random("killed nights", number);
        TestDatabase database = postgres.another();
        NightPlace place = NightPlace.on(database, day.inbox(), folder.resolve("night-" + number));
        int kills = 0;
        while (kills < most) {
            long moment = (long) (random.nextDouble() * span);
            RunningNight night = place.start();
            Optional<String> step = night.killAfter(moment);
            if (step.isEmpty()) {
                assertThat(night.end()).as(night::said).isEqualTo(RunningNight.DONE);
                span = moment;
                break;
            }
            kills++;
            Disturbances.print("night %d was killed %d ms after its first step began, in %s"
                    .formatted(number, moment / 1_000_000, step.get()));
        }
        RunningNight last = place.start();
        assertThat(last.end()).as(last::said).isEqualTo(RunningNight.DONE);
        assertEndedAsUndisturbed(day, database, place, "night " + number + " after " + kills + " kills");
        return kills;
    }

    private static void assertEndedAsUndisturbed(TorturedDay day, TestDatabase database, NightPlace place, String what)
            throws Exception {
        assertThat(Published.of(database.dsl(), TorturedDay.DATE)
                        .withLake(place.lake())
                        .differencesFrom(day.published()))
                .as(what)
                .isEmpty();
    }
}
