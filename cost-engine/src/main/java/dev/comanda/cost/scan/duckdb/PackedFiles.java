package dev.comanda.cost.scan.duckdb;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Whether each gzipped file of a bill unpacks to its end and to what was packed. DuckDB looks at neither the length nor the check sum
 * at the end, and would add up what is left of it.
 */
final class PackedFiles {

    private static final int BUFFER_BYTES = 1 << 16;

    private PackedFiles() {}

    static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }

    static void check(PeriodFiles bill) {
        for (Path file : bill.files()) {
            if (isPacked(file)) {
                check(bill, file);
            }
        }
    }

    private static void check(PeriodFiles bill, Path file) {
        try (InputStream packed = Files.newInputStream(file);
                InputStream plain = new GZIPInputStream(packed, BUFFER_BYTES)) {
            plain.transferTo(OutputStream.nullOutputStream());
        } catch (FileSystemException e) {
            throw new UnreadableBillException(
                    bill.period(), String.valueOf(file.getFileName()), "cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnreadableBillException(
                    bill.period(),
                    String.valueOf(file.getFileName()),
                    "cannot be unpacked to its end: " + e.getMessage() + "; fetch it again",
                    e);
        }
    }
}
