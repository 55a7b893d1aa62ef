package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.nightly.NightOnDatabase;
import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.ops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose clock is set while they run. */
@Tag("torture")
@Tag("long")
class SteppingClockIT {

    /** Before the hour at which Sao Paulo's date begins, so that steps cross it, the month's end too. */
    private static final Instant BEGIN = Instant.parse("2026-12-01T02:30:00Z");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    @Test
    void aClockThatIsSetForthAndBackChangesNothing() throws IOException {
        TorturedDay day = TorturedDay.ofThisProcess(folder, postgres.database());
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            SteppingClock clock = new SteppingClock(BEGIN, Disturbances.random("clock", round));
            TestDatabase database = postgres.another();

            TorturedDay.run(new NightOnDatabase(database.dsl(), clock), day.inbox());

            assertThat(Published.of(database.dsl(), TorturedDay.DATE).differencesFrom(day.published()))
                    .isEmpty();
            assertThat(clock.steps()).isPositive();
            Disturbances.print("a clock was set %d times by an hour".formatted(clock.steps()));
        }
    }
}
