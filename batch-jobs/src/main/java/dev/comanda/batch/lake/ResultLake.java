package dev.comanda.batch.lake;

import dev.comanda.ops.reconciliation.ExportRow;
import dev.comanda.ops.reconciliation.Finding;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Writes what a date published. A partition is there whole or not at all: it is written under a name that engines pass over, and
 * renamed; running the date again replaces it.
 */
public final class ResultLake {

    private final Path folder;
    private final ReconciliationExports exports;

    /** @param folder below which the tables {@code reconciliation_results} and {@code findings} lie */
    public ResultLake(Path folder, ReconciliationExports exports) {
        this.folder = folder;
        this.exports = exports;
    }

    /**
     * Writes a date's partitions.
     *
     * @return how many rows they have
     */
    public long write(LocalDate businessDate) {
        try {
            return results(businessDate) + findings(businessDate);
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

    private long results(LocalDate businessDate) throws IOException {
        Partition partition = new Partition(folder.resolve("reconciliation_results"), businessDate);
        Path unfinished = partition.begin();
        long rows = 0;
        for (Reconciliation each : Reconciliation.values()) {
            Path file = unfinished.resolve(each.exportName() + ".parquet");
            try (ParquetRows out = new ParquetRows(file, ResultSchemas.RESULTS)) {
                exports.rows(each, businessDate, row -> out.write(result(out.newRow(), row)));
                rows += out.rows();
            }
        }
        partition.publish();
        return rows;
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

    private long findings(LocalDate businessDate) throws IOException {
        Partition partition = new Partition(folder.resolve("findings"), businessDate);
        long rows;
        try (ParquetRows out = new ParquetRows(partition.begin().resolve("findings.parquet"), ResultSchemas.FINDINGS)) {
            exports.findings(businessDate, finding -> out.write(finding(out.newRow(), finding)));
            rows = out.rows();
        }
        partition.publish();
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

        /** A new folder to write to; what a run that was killed has left there is gone. */
        Path begin() throws IOException {
            Path unfinished = hidden("unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            return Files.createDirectories(unfinished);
        }

        void publish() throws IOException {
            Path published = table.resolve("business_date=" + businessDate);
            Path replaced = hidden("replaced");
            FileSystemUtils.deleteRecursively(replaced);
            if (Files.exists(published)) {
                Files.move(published, replaced);
            }
            Files.move(hidden("unfinished"), published);
            FileSystemUtils.deleteRecursively(replaced);
        }

        private Path hidden(String what) {
            return table.resolve("." + what + "-" + businessDate);
        }
    }
}
