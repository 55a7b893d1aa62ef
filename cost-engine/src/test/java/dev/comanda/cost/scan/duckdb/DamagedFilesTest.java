package dev.comanda.cost.scan.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.ops.testing.fuzz.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a bill that are not what they were are refused before they are added up. */
class DamagedFilesTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final String HEADER = "BilledCost,EffectiveCost,ChargeCategory,ChargePeriodStart,BillingCurrency\n";
    private static final String LINE = "1.5,1.5,Usage,2026-10-01T00:00:00Z,USD\n";
    private static final int MANY = 40_000;
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aGzipThatUnpacksToAnotherCheckSumIsRefused() throws IOException {
        byte[] packed = Packed.gzip((HEADER + LINE.repeat(MANY)).getBytes(StandardCharsets.UTF_8));
        assertThat(new DuckDbChargeScan(limits())
                        .totals(bill("a.csv.gz", packed))
                        .rows())
                .isEqualTo(MANY);
        packed[packed.length - 5] ^= 1;

        assertRefused(
                "a.csv.gz", packed, "a.csv.gz cannot be unpacked to its end: Corrupt GZIP trailer; fetch it again");
    }

    @Test
    void aHeaderWithoutAnEndIsNotReadToItsEnd() throws IOException {
        byte[] header = "x".repeat(2 * MEBIBYTE).getBytes(StandardCharsets.UTF_8);

        assertRefused("a.csv", header, "a.csv is no CSV with a header: its first line is longer than 1048576 bytes");
        assertRefused("a.csv.gz", Packed.gzip(header), "its first line is longer than 1048576 bytes");
    }

    @Test
    void aDamagedFooterIsToldWithoutTheReadersClasses() throws IOException {
        assertRefused(
                "a.parquet",
                "PAR1 and nothing else".getBytes(StandardCharsets.UTF_8),
                "a.parquet is no Parquet that can be read: its footer is missing, cut or damaged; fetch it again");
    }

    private void assertRefused(String name, byte[] bytes, String sentence) throws IOException {
        PeriodFiles bill = bill(name, bytes);

        assertThatThrownBy(() -> new DuckDbChargeScan(limits()).totals(bill))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageContaining(sentence);
    }

    private PeriodFiles bill(String name, byte[] bytes) throws IOException {
        return new PeriodFiles(MONTH, List.of(Files.write(folder.resolve(name), bytes)));
    }

    private ScanLimits limits() {
        return new ScanLimits(1, 256, folder.resolve("spill"));
    }
}
