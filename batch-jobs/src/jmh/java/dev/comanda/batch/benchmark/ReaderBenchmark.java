package dev.comanda.batch.benchmark;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;

/** How many records and bytes each reader takes in a second: the largest of its files of a simulated day, read to the end. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@State(Scope.Benchmark)
public class ReaderBenchmark {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final int ORDERS = 5_000;
    private static final long SEED = 1;

    @Param({
        "events/ordering/*.ndjson",
        "events/restaurant/*.ndjson",
        "events/courier/*.ndjson",
        "psp/adyen/*",
        "psp/stripe/*",
        "psp/dlocal/*",
        "psp/pix/*",
        "bank/*.xml",
        "bank/*.sta",
        "bank/*.ofx",
        "bank/cnab/*"
    })
    public String files = "";

    private Path inbox = Path.of("");
    private Path file = Path.of("");
    private long bytes;

    /** What was read, which JMH makes rates of. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Taken {
        public long records;
        public long bytes;
    }

    @Setup(Level.Trial)
    public void simulate() throws IOException {
        inbox = Files.createTempDirectory("reader-benchmark");
        MarketplaceSimulator.simulate(DATE, ORDERS, SEED, inbox);
        PathMatcher ofFiles = FileSystems.getDefault().getPathMatcher("glob:" + files);
        try (Stream<Path> all = Files.walk(inbox)) {
            file = all.filter(each -> ofFiles.matches(inbox.relativize(each)))
                    .max(Comparator.comparing(each -> each.toFile().length()))
                    .orElseThrow();
        }
        bytes = Files.size(file);
    }

    @TearDown(Level.Trial)
    public void forget() throws IOException {
        FileSystemUtils.deleteRecursively(inbox);
    }

    @Benchmark
    public long read(Taken taken) {
        Parsed parsed = new Parsed(inbox);
        parsed.read(file);
        taken.records += parsed.records();
        taken.bytes += bytes;
        return parsed.records();
    }
}
