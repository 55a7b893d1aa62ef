package dev.comanda.batch.lake;

import dev.comanda.ops.reconciliation.ExportRow;
import dev.comanda.ops.reconciliation.Finding;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Writes what a date published. A partition is there whole or not at all: it is written under a name that engines pass over, and
 * renamed; running the date again replaces it.
 */
public final class ResultLake {

    private static final int LANES = 2;

    private final Path folder;
    private final ReconciliationExports exports;

    /** @param folder below which the tables {@code reconciliation_results} and {@code findings} lie */
    public ResultLake(Path folder, ReconciliationExports exports) {
        this.folder = folder;
        this.exports = exports;
    }

    /**
     * Writes a date's partitions, unless they were written of the same.
     *
     * @return how many rows were written
     */
    public long write(LocalDate businessDate) {
        try {
            Partition results = new Partition(folder.resolve("reconciliation_results"), businessDate);
            Partition findings = new Partition(folder.resolve("findings"), businessDate);
            UUID digest = exports.digest(businessDate);
            if (results.isOf(digest) && findings.isOf(digest)) {
                return 0;
            }
            return results(results, businessDate, digest) + findings(findings, businessDate, digest);
        } catch (IOException | UncheckedIOException e) {
            throw unwritten(businessDate, e);
        }
    }

    private UncheckedIOException unwritten(LocalDate businessDate, Exception e) {
        return new UncheckedIOException(
                "the results of " + businessDate + " could not be written to " + folder + " (" + e.getMessage()
                        + "); mend it and start the night again",
                new IOException(e));
    }

    /** Files are written side by side: while the database works for one, rows of another are packed. */
    private long results(Partition partition, LocalDate businessDate, UUID digest) throws IOException {
        Path unfinished = partition.begin();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Callable<Long>> files = Arrays.stream(Reconciliation.values())
                    .<Callable<Long>>map(
                            each -> () -> file(unfinished.resolve(each.exportName() + ".parquet"), each, businessDate))
                    .toList();
            long rows = 0;
            for (Future<Long> each : lanes.invokeAll(files)) {
                rows += rowsOf(each);
            }
            partition.publish(digest);
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        } finally {
            lanes.shutdownNow();
        }
    }

    private long file(Path file, Reconciliation reconciliation, LocalDate businessDate) throws IOException {
        try (ParquetRows out = new ParquetRows(file, ResultSchemas.RESULTS)) {
            exports.rows(reconciliation, businessDate, row -> out.write(result(out.newRow(), row)));
            return out.rows();
        }
    }

    private static long rowsOf(Future<Long> file) throws IOException, InterruptedException {
        try {
            return file.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Group result(Group row, ExportRow from) {
        row.add("reconciliation", from.reconciliation());
        row.add("status", from.status());
        Cells.text(row, "type", from.type());
        Cells.text(row, "rule", from.rule());
        Cells.list(row, "left_refs", from.leftRefs());
        Cells.list(row, "right_refs", from.rightRefs());
        Cells.decimal(row, "left_amount", from.leftAmount(), ResultSchemas.AMOUNT_SCALE);
        Cells.decimal(row, "right_amount", from.rightAmount(), ResultSchemas.AMOUNT_SCALE);
        Cells.decimal(row, "difference", from.difference(), ResultSchemas.AMOUNT_SCALE);
        Cells.text(row, "currency", from.currency());
        Cells.text(row, "resolution", from.resolution());
        return row;
    }

    private long findings(Partition partition, LocalDate businessDate, UUID digest) throws IOException {
        long rows;
        try (ParquetRows out = new ParquetRows(partition.begin().resolve("findings.parquet"), ResultSchemas.FINDINGS)) {
            exports.findings(businessDate, finding -> out.write(finding(out.newRow(), finding)));
            rows = out.rows();
        }
        partition.publish(digest);
        return rows;
    }

    private static Group finding(Group row, Finding from) {
        row.add("law", from.law());
        row.add("ref", from.ref());
        Cells.decimal(row, "expected", ofFormula(from.expected()), ResultSchemas.FORMULA_SCALE);
        Cells.decimal(row, "actual", ofFormula(from.actual()), ResultSchemas.FORMULA_SCALE);
        Cells.text(row, "currency", from.currency());
        return row;
    }

    /** An event may carry more decimals than a table of decimals can have in common. */
    private static @Nullable BigDecimal ofFormula(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(ResultSchemas.FORMULA_SCALE, RoundingMode.HALF_EVEN);
    }

    /** A business date's folder of a table. */
    private record Partition(Path table, LocalDate businessDate) {

        /** Engines pass over names that begin so. */
        private static final String DIGEST = "_digest";

        /** A new folder to write to; what a run that was killed has left there is gone. */
        Path begin() throws IOException {
            Path unfinished = hidden("unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            return Files.createDirectories(unfinished);
        }

        /** Whether it was written of what has this digest. */
        boolean isOf(UUID digest) throws IOException {
            Path told = published().resolve(DIGEST);
            return Files.exists(told) && Files.readString(told).equals(digest.toString());
        }

        void publish(UUID digest) throws IOException {
            Files.writeString(hidden("unfinished").resolve(DIGEST), digest.toString());
            Path published = published();
            Path replaced = hidden("replaced");
            FileSystemUtils.deleteRecursively(replaced);
            if (Files.exists(published)) {
                Files.move(published, replaced);
            }
            Files.move(hidden("unfinished"), published);
            FileSystemUtils.deleteRecursively(replaced);
        }

        private Path published() {
            return table.resolve("business_date=" + businessDate);
        }

        private Path hidden(String what) {
            return table.resolve("." + what + "-" + businessDate);
        }
    }
}
