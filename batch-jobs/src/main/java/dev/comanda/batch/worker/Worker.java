package dev.comanda.batch.worker;

import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.batch.replay.ReplayRun;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.jobcontrol.claiming.RequestClaim;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up requested replays and nights one after the other while the application lives. */
final class Worker extends PollingWorker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final DataSource dataSource;
    private final Nights nights;
    private final ReplayRun replays;
    private final @Nullable Schedule schedule;
    private final Clock clock;
    private final String name = "process " + ProcessHandle.current().pid();

    /** @param schedule null where nights run only when somebody asks for them */
    Worker(DataSource dataSource, Nights nights, ReplayRun replays, @Nullable Schedule schedule, Clock clock) {
        super("comanda-worker");
        this.dataSource = dataSource;
        this.nights = nights;
        this.replays = replays;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Reads the replays that wait, asks for what the schedule wants, and runs one requested night if there is any. */
    @Override
    void lookForWork() {
        takeReplays();
        takeNight();
    }

    /** Before the night, which then has what they bring; one that fails holds back no night. */
    private void takeReplays() {
        try {
            replays.takeWaiting();
        } catch (RuntimeException e) {
            log.warn("a replay failed and is tried again in {} s", POLL.toSeconds(), e);
        }
    }

    private void takeNight() {
        try {
            if (schedule != null) {
                schedule.ask(clock.instant());
            }
            Optional<RequestClaim> next = RequestClaim.takeNext(dataSource, name, clock);
            if (next.isPresent()) {
                try (RequestClaim claim = next.get()) {
                    run(claim);
                }
            }
        } catch (RuntimeException e) {
            log.warn("the worker could not look for requests and tries again in {} s", POLL.toSeconds(), e);
        }
    }

    private void run(RequestClaim claim) {
        log.info("the night of {} was requested", claim.businessDate());
        try {
            nights.run(claim.businessDate(), InboxLocation.of(claim.inbox()), null);
            claim.done();
            log.info("the requested night of {} is published", claim.businessDate());
        } catch (RuntimeException e) {
            if (isAnotherNightRunning(e)) {
                claim.putBack();
                return;
            }
            String sentence = e.getMessage() == null ? e.toString() : e.getMessage();
            log.warn("the requested night of {} failed: {}", claim.businessDate(), sentence);
            log.debug("why it failed", e);
            claim.failed(sentence);
        }
    }

    /** Nights say the same code, with a cause, of a job that cannot start: waiting does not help that one. */
    private static boolean isAnotherNightRunning(RuntimeException failure) {
        return failure instanceof OpsException known
                && known.code() == ErrorCode.RUN_IN_PROGRESS
                && known.getCause() == null;
    }
}
