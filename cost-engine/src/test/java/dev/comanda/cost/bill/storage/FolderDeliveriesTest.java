package dev.comanda.cost.bill.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.bill.BillFile;
import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a folder is a delivery. */
class FolderDeliveriesTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final String DATA = "billing/cur/data/BILLING_PERIOD=2026-08/";

    @TempDir
    private Path folder;

    @Test
    void theManifestBesideThePartitionSaysWhichFilesBelongToADelivery() throws IOException {
        write("cur/data/BILLING_PERIOD=2026-08/run-2/cur-00001.snappy.parquet", "new");
        write("cur/data/BILLING_PERIOD=2026-08/run-2/cur-00009.snappy.parquet", "left over");
        write(
                "cur/metadata/BILLING_PERIOD=2026-08/cur-Manifest.json",
                export("s3://" + DATA + "run-2/cur-00001.snappy.parquet"));
        write(
                "cur/metadata/BILLING_PERIOD=2026-08/run-1/cur-Manifest.json",
                export("s3://" + DATA + "run-1/cur-00001.snappy.parquet"));

        Delivery delivery = onlyOne(null);

        assertThat(delivery.export()).isEqualTo("cur");
        assertThat(delivery.period()).isEqualTo(AUGUST);
        assertThat(delivery.files())
                .extracting(BillFile::place)
                .containsExactly(folder.resolve("cur/data/BILLING_PERIOD=2026-08/run-2/cur-00001.snappy.parquet")
                        .toString());
    }

    @Test
    void aManifestThatIsFarTooLongIsNotReadToItsEnd() throws IOException {
        write("cur/metadata/BILLING_PERIOD=2026-08/cur-Manifest.json", " ".repeat(16 * 1024 * 1024 + 1));

        assertThat(new FolderDeliveries(folder).find(null))
                .singleElement()
                .isInstanceOfSatisfying(Found.Broken.class, broken -> assertThat(broken.problem())
                        .hasMessageContaining("is longer than 16777216 bytes"));
    }

    @Test
    void aLegacyReportLiesInAFolderNamedByItsDays() throws IOException {
        write("report/20260801-20260901/run/report-1.csv.gz", "rows");
        String manifest =
                """
                {"reportName": "report", "billingPeriod": {"start": "20260801T000000.000Z"},
                 "reportKeys": ["prefix/report/20260801-20260901/run/report-1.csv.gz"]}
                """;
        write("report/20260801-20260901/report-Manifest.json", manifest);
        write("report/20260801-20260901/run/report-Manifest.json", manifest);

        assertThat(onlyOne(null).files())
                .extracting(BillFile::place)
                .containsExactly(folder.resolve("report/20260801-20260901/run/report-1.csv.gz")
                        .toString());
    }

    @Test
    void aFileThatIsNotThereMakesTheDeliveryNone() throws IOException {
        write(
                "cur/metadata/BILLING_PERIOD=2026-08/cur-Manifest.json",
                export("s3://" + DATA + "cur-00001.snappy.parquet"));

        assertThat(problem(null))
                .startsWith("period 2026-08: ")
                .contains("cur-00001.snappy.parquet is named by the manifest and is not there");
    }

    @Test
    void aManifestThatIsNoneIsNamedWithItsPeriod() throws IOException {
        write("cur/metadata/BILLING_PERIOD=2026-08/cur-Manifest.json", "{\"exportName\": \"cur\"");
        assertThat(problem(null)).startsWith("period 2026-08: ").contains("cur-Manifest.json is no JSON");

        write("cur/metadata/BILLING_PERIOD=2026-08/cur-Manifest.json", "{\"exportName\": \"cur\"}");
        assertThat(problem(null)).contains("names no files");
    }

    @Test
    void aKeyThatLeadsOutOfTheExportStaysInIt() throws IOException {
        write("secret.parquet", "not part of it");
        write(
                "cur/metadata/BILLING_PERIOD=2026-08/cur-Manifest.json",
                export("s3://billing/cur/data/../../secret.parquet"));

        assertThat(problem(null)).contains("is not there");
    }

    @Test
    void twoExportsOfOnePeriodAreNotAddedUp() throws IOException {
        for (String export : List.of("one", "two")) {
            write(export + "/data/BILLING_PERIOD=2026-08/a.parquet", "rows");
            write(
                    export + "/metadata/BILLING_PERIOD=2026-08/a-Manifest.json",
                    export("s3://b/data/BILLING_PERIOD=2026-08/a.parquet"));
        }
        assertThat(problem(null)).contains("both deliver it");
    }

    @Test
    void aFileThatIsWrittenOverBeforeItsManifestIsNoneOfItsDelivery() throws IOException {
        String file = "cur/data/BILLING_PERIOD=2026-08/a.parquet";
        write(file, "rows");
        String manifest = "cur/metadata/BILLING_PERIOD=2026-08/a-Manifest.json";
        write(manifest, export("s3://" + DATA + "a.parquet"));
        Instant delivered = Instant.parse("2026-09-03T04:15:22Z");
        Files.setLastModifiedTime(folder.resolve(manifest), FileTime.from(delivered));

        Files.setLastModifiedTime(folder.resolve(file), FileTime.from(delivered.plusSeconds(3_600)));
        assertThat(onlyOne(null).files()).hasSize(1);

        Files.setLastModifiedTime(folder.resolve(file), FileTime.from(delivered.plusSeconds(3_601)));
        assertThat(problem(null))
                .startsWith("period 2026-08: ")
                .contains("a.parquet was written at 2026-09-03T05:15:23Z")
                .contains("import it again when the manifest is new too");
    }

    @Test
    void bareFilesNeedAPeriod() throws IOException {
        write("a.parquet", "rows");
        write("notes.txt", "no bill");

        assertThat(problem(null)).contains("say with --period which month its files bill");
        assertThat(onlyOne(AUGUST).files())
                .extracting(BillFile::place)
                .containsExactly(folder.resolve("a.parquet").toString());
    }

    @Test
    void aFileRewrittenInPlaceMakesAnotherDelivery() throws IOException {
        write("a.parquet", "rows");
        String before = onlyOne(AUGUST).fingerprint();
        assertThat(onlyOne(AUGUST).fingerprint()).isEqualTo(before);

        Files.setLastModifiedTime(
                folder.resolve("a.parquet"), FileTime.from(Instant.parse("2026-09-01T00:00:00.000000001Z")));
        assertThat(onlyOne(AUGUST).fingerprint()).isNotEqualTo(before);
    }

    private static String export(String file) {
        return "{\"exportName\": \"cur\", \"billingPeriod\": \"2026-08\", \"dataFiles\": [\"" + file + "\"]}";
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Delivery onlyOne(@Nullable YearMonth only) {
        List<Found> found = new FolderDeliveries(folder).find(only);
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).isInstanceOf(Found.Whole.class);
        return ((Found.Whole) found.get(0)).delivery();
    }

    private String problem(@Nullable YearMonth only) {
        List<Found> found = new FolderDeliveries(folder).find(only);
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).isInstanceOf(Found.Broken.class);
        return String.valueOf(((Found.Broken) found.get(0)).problem().getMessage());
    }
}
