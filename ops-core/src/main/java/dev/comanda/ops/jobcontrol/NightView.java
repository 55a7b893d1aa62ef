package dev.comanda.ops.jobcontrol;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A business date's night as people see it.
 *
 * @param incomplete it ended well, but something that was expected had not come
 * @param execution the job's last execution, where there was one
 * @param failure why it failed, in a sentence
 */
public record NightView(
        LocalDate businessDate,
        Status status,
        boolean incomplete,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long execution,
        @Nullable String failure) {

    /** How a night stands. */
    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED
    }

    public boolean running() {
        return status == Status.RUNNING;
    }
}
