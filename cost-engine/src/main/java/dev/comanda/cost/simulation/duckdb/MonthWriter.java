package dev.comanda.cost.simulation.duckdb;

import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Writes the files of one month. Each is made by one thread of DuckDB, so that its lines have one order, and several are made at
 * once.
 */
final class MonthWriter {

    /** AWS cuts its files where they are about as long. */
    private static final long ROWS_PER_FILE = 750_000;

    /** A bill with fewer lines tells days instead of hours: an export with daily granularity. */
    private static final long HOURLY_ROWS_MIN = 80_000;

    private static final int HOURS_PER_DAY = 24;

    private final SimulatedBill bill;
    private final YearMonth period;
    private final ScanLimits limits;
    private final int grain;

    MonthWriter(SimulatedBill bill, YearMonth period, ScanLimits limits) {
        this.bill = bill;
        this.period = period;
        this.limits = limits;
        this.grain = bill.rows() < HOURLY_ROWS_MIN ? HOURS_PER_DAY : 1;
    }

    /** The files that were written, in order. */
    List<Path> write(Execution execution) {
        int steps = steps(period.plusMonths(1).atDay(1));
        int billed = steps(bill.until());
        int stepsPerFile = (int) Math.max(1, ROWS_PER_FILE * steps / bill.rows());
        int files = (billed + stepsPerFile - 1) / stepsPerFile;
        int writers = Math.min(limits.threads(), files);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int first = writer;
            tasks.add(() -> {
                try (MonthLines lines = new MonthLines(bill, period, grain, shareOf(writers))) {
                    for (int file = first; file < files; file += writers) {
                        int from = file * stepsPerFile;
                        lines.write(from, Math.min(billed, from + stepsPerFile), execution.file(file + 1));
                    }
                }
                return null;
            });
        }
        run(tasks);
        List<Path> written = new ArrayList<>(
                IntStream.rangeClosed(1, files).mapToObj(execution::file).toList());
        try (MonthLines lines = new MonthLines(bill, period, grain, shareOf(1))) {
            lines.writeClosing(written, execution.file(files + 1));
        }
        written.add(execution.file(files + 1));
        return written;
    }

    private int steps(LocalDate end) {
        LocalDate first = period.atDay(1);
        LocalDate last = period.plusMonths(1).atDay(1);
        long days = ChronoUnit.DAYS.between(first, end.isAfter(last) ? last : end);
        return (int) days * HOURS_PER_DAY / grain;
    }

    private ScanLimits shareOf(int writers) {
        return new ScanLimits(1, limits.memoryMebibytes() / writers, limits.spill());
    }

    private static void run(List<Callable<Void>> tasks) {
        ExecutorService writers = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Void> each : writers.invokeAll(tasks)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the bill could not be written: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the bill is not complete: it was interrupted", e);
        } finally {
            writers.shutdownNow();
        }
    }
}
