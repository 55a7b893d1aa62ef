package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.ops.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nights of one date that are started at once. */
@Tag("torture")
@Tag("long")
class TwoNightsIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    @Test
    void ofNightsThatAreStartedAtOnceOneRunsAndTheOthersSayThatItDoes() throws Exception {
        TorturedDay day = TorturedDay.ofAProcess(folder, postgres.database());
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            TestDatabase database = postgres.another();
            NightPlace place = NightPlace.on(database, day.inbox(), folder.resolve("round-" + round));
            int nights = 2 + Disturbances.random("nights at once", round).nextInt(2);
            int done = startAtOnce(place, nights);

            assertThat(Published.of(database.dsl(), TorturedDay.DATE)
                            .withLake(place.lake())
                            .differencesFrom(day.published()))
                    .isEmpty();
            Disturbances.print("%d of %d nights that were started at once ran".formatted(done, nights));
        }
    }

    /** How many ran; one that starts when another has ended runs as a further attempt. */
    private static int startAtOnce(NightPlace place, int nights) throws Exception {
        List<RunningNight> started = new ArrayList<>();
        for (int i = 0; i < nights; i++) {
            started.add(place.start());
        }
        int done = 0;
        for (RunningNight each : started) {
            if (each.end() == RunningNight.DONE) {
                done++;
            } else {
                assertThat(each.failure()).contains("another process is running a night");
            }
        }
        assertThat(done).isPositive();
        return done;
    }
}
