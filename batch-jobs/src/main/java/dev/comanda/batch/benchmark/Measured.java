package dev.comanda.batch.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One part of a run.
 *
 * @param what was done
 * @param took how long
 * @param processors how long this process kept processors busy meanwhile, which other work on the machine changes less; that of the
 *     database is not in it
 * @param peakMebibytes the most memory that this process had meanwhile; 0 where the system does not say
 */
public record Measured(String what, Duration took, Duration processors, long peakMebibytes) {

    private static final Path FORGET_PEAK = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Does something and measures it; it says itself what it did. */
    static Measured of(Supplier<String> work) throws IOException {
        if (Files.isWritable(FORGET_PEAK)) {
            Files.writeString(FORGET_PEAK, "5");
        }
        Duration busy = busy();
        long started = System.nanoTime();
        String what = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return new Measured(what, took, busy().minus(busy), peak());
    }

    private static Duration busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long peak() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
