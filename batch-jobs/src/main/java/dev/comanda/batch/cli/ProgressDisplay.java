package dev.comanda.batch.cli;

import dev.comanda.batch.nightly.NightProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows how far a command is: a bar on a terminal, a line a minute elsewhere (CONTRACTS section 5). */
final class ProgressDisplay implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_BARS = Duration.ofMillis(200);
    private static final int BAR_CELLS = 24;
    private static final int STAGE_WIDTH = 44;

    private final Supplier<NightProgress.Snapshot> progress;
    private final PrintWriter err;
    private final boolean terminal;
    private final Clock clock;
    private final Instant begun;
    private Instant lastLine;
    private @Nullable ScheduledExecutorService ticks;

    ProgressDisplay(Supplier<NightProgress.Snapshot> progress, PrintWriter err, boolean terminal, Clock clock) {
        this.progress = progress;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.begun = clock.instant();
        this.lastLine = begun;
    }

    /** Shows the progress of this process until it is closed. */
    static ProgressDisplay start(NightProgress progress, PrintWriter err, Clock clock) {
        ProgressDisplay display = new ProgressDisplay(progress::now, err, isTerminal(), clock);
        display.startTicking();
        return display;
    }

    private void startTicking() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = started.scheduleAtFixedRate(
                this::tick, BETWEEN_BARS.toMillis(), BETWEEN_BARS.toMillis(), TimeUnit.MILLISECONDS);
        ticks = started;
    }

    /** Java 22 and later have a console even where there is no terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // null is asked for as well as the method
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Shows what is due to be shown now. */
    synchronized void tick() {
        Instant now = clock.instant();
        if (terminal) {
            err.print("\r" + bar(progress.get(), now));
            err.flush();
        } else if (!now.isBefore(lastLine.plus(BETWEEN_LINES))) {
            lastLine = now;
            err.println(line(progress.get(), now));
        }
    }

    private String bar(NightProgress.Snapshot at, Instant now) {
        int full = (int) Math.round(at.share() * BAR_CELLS);
        String stage = at.stage().length() > STAGE_WIDTH
                ? "..." + at.stage().substring(at.stage().length() - STAGE_WIDTH + 3)
                : at.stage();
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %-" + STAGE_WIDTH + "s %,12d records  %s",
                "#".repeat(full),
                ".".repeat(BAR_CELLS - full),
                Math.round(at.share() * 100),
                stage,
                at.records(),
                elapsed(now));
    }

    private String line(NightProgress.Snapshot at, Instant now) {
        return String.format(
                Locale.ROOT,
                "%3d %%, %s, %,d records, %s",
                Math.round(at.share() * 100),
                at.stage(),
                at.records(),
                elapsed(now));
    }

    private String elapsed(Instant now) {
        Duration took = Duration.between(begun, now);
        return "%d:%02d".formatted(took.toMinutes(), took.toSecondsPart());
    }

    @Override
    public synchronized void close() {
        ScheduledExecutorService running = ticks;
        if (running != null) {
            running.shutdownNow();
        }
        if (terminal) {
            err.println("\r" + bar(progress.get(), clock.instant()));
        }
    }
}
