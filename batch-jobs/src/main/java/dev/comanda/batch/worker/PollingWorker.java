package dev.comanda.batch.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Looks for work again and again, on a thread of its own, while the application lives. */
abstract class PollingWorker implements SmartLifecycle {

    static final Duration POLL = Duration.ofSeconds(3);

    /** Work that takes longer is cut off; its request is taken up again, and goes on where it stopped. */
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final String threadName;
    private @Nullable ScheduledExecutorService executor;

    PollingWorker(String threadName) {
        this.threadName = threadName;
    }

    /** Lets no exception out: it would be the last look. */
    abstract void lookForWork();

    @Override
    public synchronized void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, threadName));
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
}
