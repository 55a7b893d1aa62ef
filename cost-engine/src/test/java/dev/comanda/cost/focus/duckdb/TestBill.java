package dev.comanda.cost.focus.duckdb;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.duckdb.BillSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Bills of each format; those beside the project where they are there, the simulated one always. */
record TestBill(String name, PeriodFiles files, boolean isFocus) {

    private static final Path SHARED = Path.of(System.getProperty("comanda.shared", "../../shared"));

    @Override
    public String toString() {
        return name;
    }

    static List<TestBill> all(Path folder) throws IOException {
        List<TestBill> bills = new ArrayList<>(List.of(simulated(folder)));
        Path example = SHARED.resolve("examples/bill/export");
        if (Files.isDirectory(example)) {
            delivered(example).forEach(each -> bills.add(new TestBill("example " + each.period(), each, false)));
        }
        add(bills, "cur-legacy/Oct2018-WorkshopCUR-00001.snappy.parquet", YearMonth.of(2018, 10), false);
        add(bills, "cur-legacy/sample-anonymous-aws-export-dataset.csv", YearMonth.of(2023, 11), false);
        add(bills, "focus/focus-1.0-real-anonymised/focus_sample.csv", YearMonth.of(2024, 9), true);
        add(
                bills,
                "focus/spec-examples/commitment_discount_scenarios/commitment_discount_usage_scenario_4.csv",
                YearMonth.of(2023, 1),
                true);
        return bills;
    }

    static TestBill simulated(Path folder) throws IOException {
        Path export = folder.resolve("simulated");
        if (!Files.isDirectory(export)) {
            new BillSimulator(limits(folder, 2)).write(SimulatedBill.of(YearMonth.of(2026, 10), 1, 10_000, 7), export);
        }
        return new TestBill("simulated", delivered(export).get(0), false);
    }

    /** What a bill is exported as by the shipped rules; written once. */
    static List<Path> exported(TestBill bill, Path folder) throws IOException {
        Path to = folder.resolve("focus of " + bill);
        if (!Files.isDirectory(to)) {
            new DuckDbFocusDataset(limits(folder, 2))
                    .write(bill.files(), RulesFiles.shipped(), Files.createDirectory(to));
        }
        try (Stream<Path> files = Files.list(to)) {
            return files.sorted().toList();
        }
    }

    static ScanLimits limits(Path folder, int threads) {
        return new ScanLimits(threads, 512, folder.resolve("spill"));
    }

    private static List<PeriodFiles> delivered(Path export) {
        return new FolderDeliveries(export)
                .find(null).stream()
                        .map(found -> ((Found.Whole) found).delivery())
                        .map(each -> new PeriodFiles(
                                each.period(),
                                each.files().stream()
                                        .map(file -> Path.of(file.place()))
                                        .toList()))
                        .toList();
    }

    private static void add(List<TestBill> bills, String file, YearMonth period, boolean isFocus) {
        Path path = SHARED.resolve("data/cost").resolve(file);
        if (Files.exists(path)) {
            bills.add(
                    new TestBill(String.valueOf(path.getFileName()), new PeriodFiles(period, List.of(path)), isFocus));
        }
    }
}
