package dev.comanda.cost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.ops.testing.fuzz.Fuzzing;
import dev.comanda.ops.testing.fuzz.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A damaged manifest delivers files that are there and lie beside it, or says in a sentence that it does not. */
@Tag("torture")
class ManifestFuzzTest {

    private static final String OF_EXPORT =
            """
            {"exportName": "cur", "executionId": "7", "billingPeriod": "2026-08", "dataFiles": [
              "s3://billing/cur/data/BILLING_PERIOD=2026-08/cur-00001.snappy.parquet",
              "s3://billing/cur/data/BILLING_PERIOD=2026-08/cur-00002.snappy.parquet"]}
            """;

    private static final String OF_LEGACY_REPORT =
            """
            {"assemblyId": "a-1", "account": "111122223333", "charset": "UTF-8", "compression": "GZIP",
             "columns": [{"category": "identity", "name": "LineItemId"}], "reportName": "cur", "bucket": "billing",
             "billingPeriod": {"start": "20260801T000000.000Z", "end": "20260901T000000.000Z"},
             "reportKeys": ["reports/cur/20260801-20260901/cur-00001.snappy.parquet",
              "reports/cur/20260801-20260901/a-1/cur-00002.snappy.parquet"]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void deliver() throws IOException {
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/secret"), "nothing of a bill");
    }

    @ParameterizedTest
    @CsvSource({
        "cur/metadata/BILLING_PERIOD=2026-08, cur/data/BILLING_PERIOD=2026-08, cur/data/BILLING_PERIOD=2026-08",
        "cur/20260801-20260901, cur/20260801-20260901, cur/20260801-20260901/a-1"
    })
    void aDamagedManifestIsADeliveryOrIsRefused(String place, String first, String second) throws IOException {
        Path manifest = folder.resolve("export").resolve(place).resolve("cur-Manifest.json");
        Files.createDirectories(manifest.getParent());
        write(first + "/cur-00001.snappy.parquet");
        write(second + "/cur-00002.snappy.parquet");
        String right = place.contains("metadata") ? OF_EXPORT : OF_LEGACY_REPORT;

        Fuzzing.Outcomes outcomes =
                Fuzzing.run("manifest", List.of(right.getBytes(StandardCharsets.UTF_8)), in -> read(manifest, in));

        assertThat(outcomes.clean()).isPositive();
        assertThat(outcomes.refused()).isPositive();
    }

    private void write(String file) throws IOException {
        Path chunk = folder.resolve("export").resolve(file);
        Files.createDirectories(chunk.getParent());
        Files.writeString(chunk, "PAR1");
    }

    private Reading read(Path manifest, InputStream in) throws IOException {
        Files.copy(in, manifest, StandardCopyOption.REPLACE_EXISTING);
        Found found = new FolderDeliveries(folder.resolve("export")).find(null).get(0);
        if (found instanceof Found.Broken broken) {
            return refused(broken.problem());
        }
        return Reading.whole(((Found.Whole) found)
                .delivery().files().stream()
                        .map(file -> {
                            assertThat(file.place())
                                    .startsWith(folder.resolve("export/cur").toString());
                            return file.place();
                        })
                        .collect(Collectors.joining("\n")));
    }

    private static Reading refused(UnreadableBillException problem) {
        assertThat(problem.file()).isNotBlank();
        return Reading.refused(problem.sentence());
    }
}
