package dev.comanda.batch.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.reconciliation.ExportRow;
import dev.comanda.ops.reconciliation.Finding;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationExports;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Published rows as files, read back by Parquet's own reader. */
class ResultLakeTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    private final List<ExportRow> rows = new ArrayList<>(List.of(
            row("BREAK", "AMOUNT_MISMATCH", "p|1", "f.csv#2|f.csv#3", new BigDecimal("-12.30"), new BigDecimal("0.01")),
            row("IN_TRANSIT", "", "p2", "", new BigDecimal("99999999999999999999.99"), null)));

    private final ReconciliationExports exports = new ReconciliationExports() {
        @Override
        public void rows(Reconciliation reconciliation, LocalDate businessDate, Consumer<ExportRow> sink) {
            if (reconciliation == Reconciliation.PAYMENT_SETTLEMENT) {
                rows.forEach(sink);
            }
        }

        @Override
        public void findings(LocalDate businessDate, Consumer<Finding> sink) {
            sink.accept(new Finding("COMMISSION", "a1", new BigDecimal("1.23456"), new BigDecimal("1.2"), "BRL"));
        }

        @Override
        public UUID digest(LocalDate businessDate) {
            return new UUID(rows.hashCode(), 0);
        }
    };

    @Test
    void whatIsReadBackIsWhatWasPublished() throws IOException {
        assertThat(new ResultLake(folder, exports).write(DATE)).isEqualTo(3);

        List<Group> read = read(results("payment-settlement"));
        assertThat(read).hasSize(2);
        Group mismatch = read.get(0);
        assertThat(mismatch.getString("status", 0)).isEqualTo("BREAK");
        assertThat(mismatch.getGroup("left_refs", 0).getFieldRepetitionCount("list"))
                .isEqualTo(2);
        assertThat(mismatch.getGroup("right_refs", 0).getGroup("list", 1).getString("element", 0))
                .isEqualTo("f.csv#3");
        assertThat(decimal(mismatch, "left_amount", 4)).isEqualByComparingTo("-12.30");
        assertThat(decimal(mismatch, "difference", 4)).isEqualByComparingTo("-12.31");
        Group inTransit = read.get(1);
        assertThat(decimal(inTransit, "left_amount", 4)).isEqualByComparingTo("99999999999999999999.99");
        assertThat(inTransit.getFieldRepetitionCount("right_amount")).isZero();
        assertThat(inTransit.getFieldRepetitionCount("type")).isZero();
        Group finding = read(folder.resolve("findings/business_date=2026-11-20/findings.parquet"))
                .get(0);
        assertThat(decimal(finding, "expected", 12)).isEqualByComparingTo("1.23456");
    }

    @Test
    void theSameRowsGiveTheSameBytesAndADateIsReplacedWhole() throws IOException {
        ResultLake lake = new ResultLake(folder, exports);
        lake.write(DATE);
        byte[] first = Files.readAllBytes(results("payment-settlement"));
        lake.write(DATE);
        assertThat(results("payment-settlement")).hasBinaryContent(first);

        rows.remove(1);
        lake.write(DATE);
        assertThat(read(results("payment-settlement"))).hasSize(1);
        try (var left = Files.list(folder.resolve("reconciliation_results"))) {
            assertThat(left.map(each -> each.getFileName().toString())).containsExactly("business_date=2026-11-20");
        }
    }

    @Test
    void whatWasWrittenOfTheSameIsNotWrittenAgainUnlessItIsGone() throws IOException {
        ResultLake lake = new ResultLake(folder, exports);
        assertThat(lake.write(DATE)).isEqualTo(3);
        assertThat(lake.write(DATE)).isZero();

        FileSystemUtils.deleteRecursively(folder.resolve("findings"));
        assertThat(lake.write(DATE)).isEqualTo(3);
        assertThat(folder.resolve("findings/business_date=2026-11-20/findings.parquet"))
                .exists();
    }

    @Test
    void aWriteThatIsCutOffLeavesWhatWasThere() throws IOException {
        ResultLake lake = new ResultLake(folder, exports);
        lake.write(DATE);
        byte[] before = Files.readAllBytes(results("payment-settlement"));
        // An amount that no decimal of the table can hold, in the middle of the rows.
        rows.add(row("BREAK", "X", "p3", "", new BigDecimal("0.123456789"), null));

        assertThatThrownBy(() -> lake.write(DATE)).isInstanceOf(ArithmeticException.class);
        assertThat(results("payment-settlement")).hasBinaryContent(before);

        rows.remove(2);
        lake.write(DATE);
        assertThat(results("payment-settlement")).hasBinaryContent(before);
    }

    private Path results(String reconciliation) {
        return folder.resolve("reconciliation_results/business_date=2026-11-20/" + reconciliation + ".parquet");
    }

    private static ExportRow row(
            String status,
            String type,
            String leftRefs,
            String rightRefs,
            BigDecimal left,
            @org.jspecify.annotations.Nullable BigDecimal right) {
        return new ExportRow("payment-settlement", DATE, status, type, "", leftRefs, rightRefs, left, right, "BRL", "");
    }

    private static BigDecimal decimal(Group row, String column, int scale) {
        return new BigDecimal(new BigInteger(row.getBinary(column, 0).getBytes()), scale);
    }

    private static List<Group> read(Path file) throws IOException {
        List<Group> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(
                new LocalInputFile(file),
                org.apache.parquet.ParquetReadOptions.builder(new org.apache.parquet.conf.PlainParquetConfiguration())
                        .withCodecFactory(new ReadingZstandard())
                        .build())) {
            var schema = reader.getFileMetaData().getSchema();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(records.read());
                }
            }
        }
        return rows;
    }
}
