package dev.comanda.batch.worker;

import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.batch.replay.ReplayRun;
import dev.comanda.cost.allocation.change.RulesWork;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.jobcontrol.claiming.RequestClaim;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes up requested replays and nights one after the other while the application lives. */
final class Worker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private static final Duration POLL = Duration.ofSeconds(3);

    /** A night that takes longer is cut off; its request is taken up again, and the night goes on where it stopped. */
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final Nights nights;
    private final ReplayRun replays;
    private final RulesWork rules;
    private final @Nullable Schedule schedule;
    private final Clock clock;
    private final String name = "process " + ProcessHandle.current().pid();
    private @Nullable ScheduledExecutorService executor;

    /** @param schedule null where nights run only when somebody asks for them */
    Worker(
            DataSource dataSource,
            Nights nights,
            ReplayRun replays,
            RulesWork rules,
            @Nullable Schedule schedule,
            Clock clock) {
        this.dataSource = dataSource;
        this.nights = nights;
        this.replays = replays;
        this.rules = rules;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "comanda-worker"));
        // What is scheduled ends with its first exception: lookForWork lets none out.
        Future<?> unused = started.scheduleWithFixedDelay(
                this::lookForWork, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = executor;
        if (running == null) {
            return;
        }
        executor = null;
        running.shutdown();
        try {
            if (!running.awaitTermination(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    /** Reads the replays that wait, asks for what the schedule wants, and runs one requested night if there is any. */
    void lookForWork() {
        takeReplays();
        takeRules();
        takeNight();
    }

    /** One that fails holds back no night; it is tried again. */
    private void takeRules() {
        try {
            rules.run();
        } catch (RuntimeException e) {
            log.warn("a change of the allocation rules failed and is tried again in {} s", POLL.toSeconds(), e);
        }
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
