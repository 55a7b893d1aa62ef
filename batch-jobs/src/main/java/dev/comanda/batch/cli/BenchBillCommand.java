package dev.comanda.batch.cli;

import dev.comanda.batch.benchmark.BillBenchmark;
import dev.comanda.batch.benchmark.Measured;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.duckdb.BillSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench-bill --rows N --folder DIR}. */
@Command(
        name = "bench-bill",
        mixinStandardHelpOptions = true,
        description = "Measures the import of a simulated bill against what DuckDB alone needs for its files.")
final class BenchBillCommand implements Callable<Integer> {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final long SEED = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rows", required = true, paramLabel = "N", description = "about how many lines the bill has")
    private long rows;

    @Option(
            names = "--folder",
            required = true,
            paramLabel = "DIR",
            description = "where the bill is kept for the next run, and the database and archive of this one are put")
    private Path folder;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    BenchBillCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path run = folder.resolve("run").toAbsolutePath();
        FileSystemUtils.deleteRecursively(run);
        writeRules(run.resolve("cost"));
        List<Measured> measured = new ArrayList<>();
        try (Platform platform = Platform.start(List.of("--comanda.data-dir=" + run))) {
            Bench.checkOwnDatabase(platform, "bench-bill");
            Path export = export(out);
            BillBenchmark benchmark =
                    new BillBenchmark(platform.the(CostImport.class), platform.the(CostFacts.class), limits());
            benchmark.run(export, each -> {
                measured.add(each);
                Bench.print(each, out);
            });
        }
        FileSystemUtils.deleteRecursively(run);
        out.printf(
                Locale.ROOT,
                "import / bare aggregate %.2f, of processors %.2f%n",
                ratio(measured, Measured::took),
                ratio(measured, Measured::processors));
        return Comanda.DONE;
    }

    private static void writeRules(Path costFolder) throws IOException {
        Files.createDirectories(costFolder);
        try (InputStream rules = Objects.requireNonNull(BillBenchmark.class.getResourceAsStream("bench-rules.yaml"))) {
            Files.copy(rules, costFolder.resolve("rules.yaml"));
        }
    }

    private ScanLimits limits() {
        return ScanLimits.standard(folder.resolve("spill").toAbsolutePath());
    }

    private static double ratio(List<Measured> measured, Function<Measured, Duration> time) {
        double floor = Math.min(Bench.seconds(time.apply(measured.get(0))), Bench.seconds(time.apply(measured.get(1))));
        return Bench.seconds(time.apply(measured.get(2))) / floor;
    }

    private Path export(PrintWriter out) throws IOException {
        Path export = folder.resolve("bill-" + rows);
        String said = "simulate-bill --month %s --rows %d --seed %d --output %s".formatted(MONTH, rows, SEED, export);
        return Bench.kept(export, said, out, into -> new BillSimulator(limits())
                .write(SimulatedBill.of(MONTH, 1, rows, SEED), into));
    }
}
