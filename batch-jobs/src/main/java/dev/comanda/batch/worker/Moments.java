package dev.comanda.batch.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** The moments of schedules, which are written in Sao Paulo time. */
final class Moments {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    /** How far back a moment is looked for that passed while no worker ran. */
    private static final Duration HORIZON = Duration.ofDays(8);

    private Moments() {}

    /** The last moment that has come; null where none came in the last days. */
    static @Nullable ZonedDateTime latest(CronExpression cron, Instant at) {
        ZonedDateTime now = at.atZone(SAO_PAULO);
        ZonedDateTime latest = null;
        ZonedDateTime next = cron.next(now.minus(HORIZON));
        while (next != null && !next.isAfter(now)) {
            latest = next;
            next = cron.next(next);
        }
        return latest;
    }
}
