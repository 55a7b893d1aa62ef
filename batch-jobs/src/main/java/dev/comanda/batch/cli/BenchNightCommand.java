package dev.comanda.batch.cli;

import dev.comanda.batch.benchmark.Measured;
import dev.comanda.batch.benchmark.NightBenchmark;
import dev.comanda.batch.benchmark.NightFloor;
import dev.comanda.batch.nightly.NightProgress;
import dev.comanda.batch.nightly.Nights;
import dev.comanda.batch.simulator.MarketplaceSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench-night --orders N --folder DIR}. */
@Command(
        name = "bench-night",
        mixinStandardHelpOptions = true,
        description = "Measures a simulated night against what parsing, copying, joining and posting alone need.")
final class BenchNightCommand implements Callable<Integer> {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final long SEED = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--orders", required = true, paramLabel = "N", description = "how many orders the day has")
    private int orders;

    @Option(
            names = "--folder",
            required = true,
            paramLabel = "DIR",
            description = "where the day is kept for the next run, and the database of this one is put")
    private Path folder;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    BenchNightCommand() {}

    @Override
    public Integer call() throws IOException {
        Path run = folder.resolve("run").toAbsolutePath();
        FileSystemUtils.deleteRecursively(run);
        Path inbox = day().resolve("inbox");
        List<Measured> night = new ArrayList<>();
        List<Measured> floor = new ArrayList<>();
        long records;
        try (Platform platform = Platform.start(List.of("--comanda.data-dir=" + run))) {
            Bench.checkOwnDatabase(platform, "bench-night");
            DSLContext database = platform.the(DSLContext.class);
            records = new NightBenchmark(platform.the(Nights.class), platform.the(NightProgress.class), database)
                    .run(DATE, inbox, each -> shown(each, night));
            new NightFloor(database, run.resolve("floor")).run(inbox, each -> shown(each, floor));
        }
        FileSystemUtils.deleteRecursively(run);
        double took = Bench.seconds(night.get(0).took());
        double least = Bench.seconds(floor.stream().map(Measured::took).reduce(Duration.ZERO, Duration::plus));
        out().printf(
                        Locale.ROOT,
                        "%d records, %.0f a second; floor %.3f s, night / floor %.2f%n",
                        records,
                        records / took,
                        least,
                        took / least);
        out().flush();
        return Comanda.DONE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void shown(Measured each, List<Measured> all) {
        all.add(each);
        Bench.print(each, out());
    }

    private Path day() throws IOException {
        Path day = folder.resolve("day-" + orders);
        String said = "simulate --date %s --orders %d --seed %d --output %s"
                .formatted(DATE, orders, SEED, day.resolve("inbox"));
        return Bench.kept(
                day, said, out(), into -> MarketplaceSimulator.simulate(DATE, orders, SEED, into.resolve("inbox")));
    }
}
