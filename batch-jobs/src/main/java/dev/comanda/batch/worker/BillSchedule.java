package dev.comanda.batch.worker;

import dev.comanda.cost.imports.ImportRequests;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;

/**
 * Asks for the import of what AWS delivers, at the moments of a cron expression in Sao Paulo time. Moments that were missed are made up
 * for by the last of them.
 */
final class BillSchedule {

    /** AWS delivers up to three times a day, at no fixed hour. */
    static final String EVERY_SIX_HOURS = "0 0 */6 * * *";

    private static final Logger log = LoggerFactory.getLogger(BillSchedule.class);

    private final CronExpression cron;
    private final String source;
    private final ImportRequests requests;

    BillSchedule(CronExpression cron, String source, ImportRequests requests) {
        this.cron = cron;
        this.source = source;
        this.requests = requests;
    }

    /** Asks for the import that should have run by now, unless it was asked for. */
    void ask(Instant now) {
        ZonedDateTime moment = Moments.latest(cron, now);
        if (moment != null && requests.askForScheduled(source, moment.toInstant()) == ImportRequests.Outcome.ASKED) {
            log.info("the schedule asks for the import of {}", source);
        }
    }
}
