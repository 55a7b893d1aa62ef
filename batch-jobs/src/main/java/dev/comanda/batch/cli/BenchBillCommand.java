package dev.comanda.batch.cli;

import dev.comanda.batch.benchmark.BillBenchmark;
import dev.comanda.batch.benchmark.Measured;
import dev.comanda.batch.database.EmbeddedDatabase;
import dev.comanda.cost.fact.CostFacts;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.duckdb.BillSimulator;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
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
            checkOwnDatabase(platform);
            Path export = export(out);
            BillBenchmark benchmark =
                    new BillBenchmark(platform.the(CostImport.class), platform.the(CostFacts.class), limits());
            benchmark.run(export, each -> {
                measured.add(each);
                out.printf(
                        Locale.ROOT,
                        "%-40s %10.3f s %10.2f s of processors %6d MiB%n",
                        each.what(),
                        seconds(each.took()),
                        seconds(each.processors()),
                        each.peakMebibytes());
                out.flush();
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

    /** What is measured is published: that must not happen to the bills that somebody reads. */
    private static void checkOwnDatabase(Platform platform) {
        try {
            platform.the(EmbeddedDatabase.class);
        } catch (NoSuchBeanDefinitionException e) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    "bench-bill brings a database of its own; start it without spring.datasource.url",
                    e);
        }
    }

    private ScanLimits limits() {
        return ScanLimits.standard(folder.resolve("spill").toAbsolutePath());
    }

    private static double ratio(List<Measured> measured, Function<Measured, Duration> time) {
        double floor = Math.min(seconds(time.apply(measured.get(0))), seconds(time.apply(measured.get(1))));
        return seconds(time.apply(measured.get(2))) / floor;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** Written under another name first: a bill that was cut off must not be measured. */
    private Path export(PrintWriter out) throws IOException {
        Path export = folder.resolve("bill-" + rows);
        if (!Files.exists(export)) {
            out.printf("simulate-bill --month %s --rows %d --seed %d --output %s%n", MONTH, rows, SEED, export);
            out.flush();
            Path unfinished = folder.resolve("bill-" + rows + ".unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            try {
                new BillSimulator(limits()).write(SimulatedBill.of(MONTH, 1, rows, SEED), unfinished);
            } catch (IllegalArgumentException e) {
                throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, String.valueOf(e.getMessage()), e);
            }
            Files.move(unfinished, export, StandardCopyOption.ATOMIC_MOVE);
        }
        return export;
    }
}
