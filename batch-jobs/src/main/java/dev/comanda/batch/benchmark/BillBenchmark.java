package dev.comanda.batch.benchmark;

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
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

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

    /** @param export a folder with one delivery that is not published yet */
    public void run(Path export, Consumer<Measured> measured) throws IOException {
        Delivery delivery =
                ((Found.Whole) new FolderDeliveries(export).find(null).get(0)).delivery();
        List<Path> files =
                delivery.files().stream().map(file -> Path.of(file.place())).toList();
        for (int run = 0; run < FLOOR_RUNS; run++) {
            measured.accept(Measured.of(() -> "bare aggregate, " + new BareAggregate(limits).run(files) + " groups"));
        }
        measured.accept(Measured.of(() -> take(export)));
        measured.accept(Measured.of(() -> take(export)));
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
}
