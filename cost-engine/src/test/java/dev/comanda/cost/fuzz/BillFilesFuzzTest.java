package dev.comanda.cost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.ops.testing.fuzz.CountedLines;
import dev.comanda.ops.testing.fuzz.Fuzzing;
import dev.comanda.ops.testing.fuzz.Packed;
import dev.comanda.ops.testing.fuzz.Reading;
import dev.comanda.ops.testing.fuzz.Torture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged file of a bill adds up over all the rows that it says it has, or is refused in a sentence; the process lives on. */
@Tag("torture")
class BillFilesFuzzTest {

    private static final int SHAPES = 5;

    /** Where the input lies that ended the process, if one should. */
    private static final Path INPUTS = Path.of(System.getProperty("basedir", "."), "target", "fuzz");

    @TempDir
    private static Path folder;

    private static SmallBills bills;

    private final DuckDbChargeScan scan = new DuckDbChargeScan(new ScanLimits(1, 256, folder.resolve("spill")));

    @BeforeAll
    static void prepare() throws IOException {
        bills = new SmallBills(folder);
        Files.createDirectories(INPUTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cur2", "legacy", "focus"})
    void damagedParquetAddsUpOverAllItsRowsOrIsRefused(String shape) throws IOException {
        byte[] right =
                switch (shape) {
                    case "cur2" -> bills.cur2();
                    case "legacy" -> bills.legacy();
                    default -> bills.focus();
                };
        Path whole = Files.write(INPUTS.resolve(shape + "-00001.parquet"), right);
        Path damaged = INPUTS.resolve(shape + "-00002.parquet");

        Fuzzing.Outcomes outcomes = Fuzzing.run(
                "bill-" + shape,
                List.of(right),
                Torture.inputs() / SHAPES,
                new ParquetDamage(List.of(right))::next,
                in -> readParquet(whole, damaged, in));

        assertThat(outcomes.clean()).isPositive();
        assertThat(outcomes.refused()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "focus"})
    void damagedCsvAddsUpOverAllItsLinesOrIsRefused(String shape) throws IOException {
        byte[] right = shape.equals("legacy") ? bills.legacyCsv() : bills.focusCsv();

        Fuzzing.Outcomes outcomes = Fuzzing.run(
                "bill-" + shape + "-csv",
                List.of(right, Packed.gzip(right)),
                Torture.inputs() / SHAPES,
                in -> readCsv(shape, in.readAllBytes()));

        assertThat(outcomes.clean()).isPositive();
        assertThat(outcomes.refused()).isPositive();
    }

    private Reading readParquet(Path whole, Path damaged, InputStream in) throws IOException {
        Files.write(damaged, in.readAllBytes());
        try {
            Totals totals = scan.totals(new PeriodFiles(SmallBills.MONTH, List.of(whole, damaged)));
            assertThat(totals.rows()).as("rows of the files").isEqualTo(rows(whole) + rows(damaged));
            return Reading.whole(totals.toString());
        } catch (UnreadableBillException e) {
            return Reading.refused(e.sentence());
        }
    }

    private static long rows(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return reader.getRecordCount();
        }
    }

    private Reading readCsv(String shape, byte[] bytes) throws IOException {
        boolean isPacked = bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
        Path file = Files.write(INPUTS.resolve(shape + (isPacked ? ".csv.gz" : ".csv")), bytes);
        try {
            Totals totals = scan.totals(new PeriodFiles(SmallBills.MONTH, List.of(file)));
            try (InputStream plain = new ByteArrayInputStream(bytes);
                    CountedLines lines = new CountedLines(isPacked ? new GZIPInputStream(plain) : plain)) {
                lines.transferTo(OutputStream.nullOutputStream());
                if (lines.isPlain()) {
                    assertThat(totals.rows()).as("lines below the header").isEqualTo(lines.notBlank() - 1);
                }
            }
            return Reading.whole(totals.toString());
        } catch (UnreadableBillException e) {
            return Reading.refused(e.sentence());
        }
    }
}
