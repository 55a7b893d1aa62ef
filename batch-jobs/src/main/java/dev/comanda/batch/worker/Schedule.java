package dev.comanda.batch.worker;

import dev.comanda.batch.nightly.MissedNights;
import dev.comanda.ops.jobcontrol.RunRequests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;

/**
 * Asks for the night of the day before, at the moments of a cron expression in Sao Paulo time. Dates that were missed come first,
 * each by itself: the next one is asked for when the one before it is complete. A date that fails is asked for again at the next
 * moment of the schedule.
 */
final class Schedule {

    private static final Logger log = LoggerFactory.getLogger(Schedule.class);

    private final CronExpression cron;
    private final String inbox;
    private final MissedNights missed;
    private final RunRequests requests;

    Schedule(CronExpression cron, String inbox, MissedNights missed, RunRequests requests) {
        this.cron = cron;
        this.inbox = inbox;
        this.missed = missed;
        this.requests = requests;
    }

    /** Asks for the earliest night that should have run by now, if there is one and nobody has asked for it yet. */
    void ask(Instant now) {
        ZonedDateTime moment = Moments.latest(cron, now);
        if (moment == null) {
            return;
        }
        List<LocalDate> dates = missed.upTo(moment.toLocalDate().minusDays(1));
        if (dates.isEmpty()) {
            return;
        }
        LocalDate first = dates.get(0);
        if (requests.askForScheduledNight(first, inbox, moment.toInstant()) == RunRequests.Outcome.ASKED) {
            log.info("the schedule asks for the night of {}", first);
        }
    }
}
