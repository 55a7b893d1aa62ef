package dev.comanda.batch.cost;

import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostQuestion.Days;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Unchanged;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.duckdb.BareAggregate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How long the import of a bill takes beside what DuckDB alone needs to add its files up. */
public final class BillBenchmark {

    /** The quicker of so many counts as the floor: the first may read from the disk what the others find in memory. */
    private static final int FLOOR_RUNS = 2;

    /** Enough for one in a hundred to be a number. */
    private static final int REPORTS = 300;

    private static final CostQuestion OF_MONTH =
            new CostQuestion(List.of(Column.TEAM, Column.SERVICE, Column.NAMESPACE), Metric.AMORTIZED);
    private static final int DAYS = 30;

    private final CostImport imports;
    private final CostFacts facts;
    private final ScanLimits limits;

    /** @param limits of the floor: those that the import has */
    public BillBenchmark(CostImport imports, CostFacts facts, ScanLimits limits) {
        this.imports = imports;
        this.facts = facts;
        this.limits = limits;
    }

    /**
     * One part of a run.
     *
     * @param what was done
     * @param took how long
     * @param processors how long this process kept processors busy meanwhile, which other work on the machine changes less
     * @param peakMebibytes the most memory that this process had meanwhile; 0 where the system does not say
     */
    public record Measured(String what, Duration took, Duration processors, long peakMebibytes) {}

    /** @param export a folder with one delivery that is not published yet */
    public void run(Path export, Consumer<Measured> measured) throws IOException {
        Delivery delivery =
                ((Found.Whole) new FolderDeliveries(export).find(null).get(0)).delivery();
        List<Path> files =
                delivery.files().stream().map(file -> Path.of(file.place())).toList();
        for (int run = 0; run < FLOOR_RUNS; run++) {
            measured.accept(measure(() -> "bare aggregate, " + new BareAggregate(limits).run(files) + " groups"));
        }
        measured.accept(measure(() -> take(export)));
        measured.accept(measure(() -> take(export)));
        reports(delivery.period(), measured);
    }

    /** What pages ask, again and again: by team, service and namespace, of thirty days and of the month. */
    private void reports(YearMonth period, Consumer<Measured> measured) {
        Days days = new Days(period.atEndOfMonth().minusDays(DAYS - 1L), period.atEndOfMonth());
        report(DAYS + " days", period, new CostQuestion(OF_MONTH.keys(), OF_MONTH.metric(), List.of(), days), measured);
        report("the month", period, OF_MONTH, measured);
    }

    private void report(String name, YearMonth period, CostQuestion question, Consumer<Measured> measured) {
        List<Duration> took = new ArrayList<>();
        int rows = 0;
        for (int run = 0; run < REPORTS; run++) {
            List<CostRow> report = new ArrayList<>();
            long started = System.nanoTime();
            facts.report(period, period, question, report::add);
            took.add(Duration.ofNanos(System.nanoTime() - started));
            rows = report.size();
        }
        took.sort(Comparator.naturalOrder());
        measured.accept(new Measured(
                "report of %s, %d rows, median".formatted(name, rows), took.get(REPORTS / 2), Duration.ZERO, 0));
        measured.accept(new Measured(
                "report of %s, 99th of 100".formatted(name), took.get(REPORTS * 99 / 100 - 1), Duration.ZERO, 0));
    }

    private String take(Path export) {
        List<ImportOutcome> outcomes = new ArrayList<>();
        imports.run(new FolderDeliveries(export), null, outcomes::add);
        ImportOutcome outcome = outcomes.get(0);
        if (outcome instanceof Imported imported) {
            return "import, %d lines".formatted(imported.delivery().totals().rows());
        }
        if (outcome instanceof Unchanged) {
            return "import, unchanged";
        }
        throw new IllegalStateException("the simulated bill was refused: " + outcome);
    }

    private static Measured measure(Supplier<String> work) throws IOException {
        Path forget = Path.of("/proc/self/clear_refs");
        if (Files.isWritable(forget)) {
            Files.writeString(forget, "5");
        }
        Duration busy = busy();
        long started = System.nanoTime();
        String what = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return new Measured(what, took, busy().minus(busy), peakMebibytes());
    }

    private static Duration busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long peakMebibytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
