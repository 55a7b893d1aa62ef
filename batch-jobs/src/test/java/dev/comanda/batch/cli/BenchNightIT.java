package dev.comanda.batch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchNightIT {

    private static final List<String> MEASURED = List.of(
            "night, ",
            "ingest ",
            "reconcile-order-payment ",
            "decide ",
            "post ",
            "night, 0 records ",
            "parsing, ",
            "COPY, ",
            "merge under the same keys ",
            "bare joins ",
            "ledger inserts ",
            "night / floor ");

    @TempDir
    private Path folder;

    @Test
    void aNightIsMeasuredStepByStepBesideItsFloorAndTheDayIsKept() throws Exception {
        List<String> lines = bench().lines().map(String::strip).toList();
        assertThat(lines)
                .filteredOn(line -> MEASURED.stream().anyMatch(line::contains))
                .hasSizeGreaterThanOrEqualTo(MEASURED.size());
        String night = lines.stream()
                .filter(line -> line.startsWith("night, "))
                .findFirst()
                .orElseThrow();
        String parsing = lines.stream()
                .filter(line -> line.startsWith("parsing, "))
                .findFirst()
                .orElseThrow();
        assertThat(records(parsing)).isGreaterThanOrEqualTo(records(night)).isPositive();
        assertThat(folder.resolve("day-200/inbox")).isDirectory();
        assertThat(folder.resolve("run")).doesNotExist();
    }

    private static long records(String line) {
        return Long.parseLong(line.replaceAll("^\\D+(\\d+) records.*", "$1"));
    }

    private String bench() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            assertThat(Comanda.run(new String[] {"bench-night", "--orders", "200", "--folder", folder.toString()}))
                    .isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
