package dev.comanda.batch.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a delivery is said in one sentence, and the last good one stays published. */
class HostileBillIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final String GOOD = "4.250000000000";

    private static final String HEADER =
            "bill/BillingPeriodStartDate,lineItem/UsageAccountId,lineItem/UsageStartDate,lineItem/LineItemType,"
                    + "lineItem/ProductCode,lineItem/UnblendedCost,lineItem/CurrencyCode\n";
    private static final String ROW = "2026-08-01T00:00:00Z,111122223333,2026-08-05T07:00:00Z,Usage,AmazonEC2,%s,USD\n";

    @TempDir
    private Path folder;

    private WrittenBill bill;
    private Bills bills;

    @BeforeEach
    void publishAGoodDelivery() throws IOException, SQLException {
        Bills.beginEmpty(postgres.dsl());
        bills = new Bills(postgres.dsl(), folder.resolve("kept"));
        bill = new WrittenBill(folder.resolve("export"));
        bill.deliver(WrittenBill.ROWS);
        assertThat(bills.read(bill.folder())).singleElement().isInstanceOf(Imported.class);
    }

    @AfterEach
    void theLastGoodDeliveryStaysPublished() {
        assertThat(bills.total(AUGUST)).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        * exclude (line_item_unblended_cost)                    | the column line_item_unblended_cost is missing; add it to the export
        * exclude (line_item_usage_start_date)                  | the column line_item_usage_start_date is missing; add it to the export
        * replace ('1.5' as line_item_unblended_cost)           | has the column line_item_unblended_cost as VARCHAR; a number is needed
        * replace (true as line_item_unblended_cost)            | has the column line_item_unblended_cost as BOOLEAN; a number is needed
        * replace ('August' as bill_billing_period_start_date)  | cannot be read: Conversion Error: invalid timestamp field format
        * replace (timestamp '2026-07-01' as bill_billing_period_start_date) | has no row of it, its rows are of 2026-07; give the period that they bill
        * replace (if(line_item_unblended_cost > 2, 'BRL', 'USD') as line_item_currency_code) | bills in BRL and in USD; a bill has one currency
        """)
    void whatIsNoBillIsRefused(String columns, String sentence) throws IOException, SQLException {
        bill.deliver("select " + columns + " from (" + WrittenBill.ROWS + ")");
        assertThat(problem()).startsWith("period 2026-08: ").contains(sentence);
    }

    @Test
    void aManifestThatNamesAbsentFilesIsRefused() throws IOException {
        bill.manifest(2);
        assertThat(problem()).contains("cur-00002.snappy.parquet is named by the manifest and is not there");
    }

    @Test
    void aManifestThatIsNoJsonIsRefused() throws IOException {
        Files.writeString(bill.manifest(), "<Manifest/>");
        assertThat(problem()).startsWith("period 2026-08: ").contains("cur-Manifest.json is no JSON");
    }

    @Test
    void aManifestThatBreaksOffIsRefused() throws IOException {
        Files.writeString(bill.manifest(), Files.readString(bill.manifest()).substring(0, 60));
        assertThat(problem()).contains("cur-Manifest.json is no JSON");
    }

    @Test
    void aManifestOfAnotherPeriodIsRefused() throws IOException {
        Files.writeString(bill.manifest(), Files.readString(bill.manifest()).replace("2026-08\"", "2026-07\""));
        assertThat(problem()).contains("speaks of period 2026-07; it lies in the folder of another");
    }

    @Test
    void aChunkThatIsNoParquetIsRefused() throws IOException, SQLException {
        bill.deliver(WrittenBill.ROWS, WrittenBill.ROWS);
        Files.writeString(bill.chunk(2), "PAR1 and nothing else");
        assertThat(problem()).contains("cur-00002.snappy.parquet is no Parquet that can be read");
    }

    @Test
    void aChunkThatBreaksOffIsRefused() throws IOException, SQLException {
        bill.deliver(WrittenBill.ROWS, WrittenBill.ROWS);
        cut(bill.chunk(2));
        assertThat(problem()).contains("cur-00002.snappy.parquet is no Parquet that can be read");
    }

    @Test
    void aChunkOfNoBytesIsRefused() throws IOException, SQLException {
        bill.deliver(WrittenBill.ROWS, WrittenBill.ROWS);
        Files.write(bill.chunk(2), new byte[0]);
        assertThat(problem()).contains("cur-00002.snappy.parquet is no Parquet that can be read");
    }

    @Test
    void aChunkWithoutRowsIsValid() throws IOException, SQLException {
        bill.deliver(WrittenBill.ROWS, WrittenBill.ROWS + " limit 0");
        assertThat(bills.read(bill.folder())).singleElement().isInstanceOf(Imported.class);
    }

    @Test
    void aCsvIsReadAsParquetIs() throws IOException {
        deliverCsv(gzip(HEADER + ROW.formatted("1.5") + ROW.formatted("2.75")));
        assertThat(bills.read(bill.folder())).singleElement().isInstanceOf(Imported.class);
    }

    @Test
    void aCsvThatBreaksOffInItsGzipIsRefused() throws IOException {
        byte[] whole = gzip(HEADER + ROW.formatted("1.5").repeat(50_000));
        deliverCsv(Arrays.copyOf(whole, whole.length / 2));
        assertThat(problem()).contains("cur-00001.csv.gz");
    }

    @Test
    void aCsvThatIsNoGzipIsRefused() throws IOException {
        deliverCsv((HEADER + ROW.formatted("1.5")).getBytes(StandardCharsets.UTF_8));
        assertThat(problem()).contains("cur-00001.csv.gz is no CSV with a header");
    }

    @Test
    void aCostThatIsNoNumberInACsvIsRefused() throws IOException {
        deliverCsv(gzip(HEADER + ROW.formatted("much")));
        assertThat(problem()).contains("cur-00001.csv.gz cannot be read").contains("much");
    }

    private void deliverCsv(byte[] content) throws IOException {
        Files.write(bill.data().resolve("cur-00001.csv.gz"), content);
        bill.manifest("cur-00001.csv.gz");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    private String problem() {
        List<ImportOutcome> outcomes = bills.read(bill.folder());
        assertThat(outcomes).singleElement().isInstanceOf(Refused.class);
        String sentence = String.valueOf(((Refused) outcomes.get(0)).problem().getMessage());
        assertThat(sentence.lines()).hasSize(1);
        return sentence;
    }
}
