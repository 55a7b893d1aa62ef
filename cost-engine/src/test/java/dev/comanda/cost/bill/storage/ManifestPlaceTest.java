package dev.comanda.cost.bill.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Where the files of a manifest lie, in folders and in buckets alike. */
class ManifestPlaceTest {

    @Test
    void theFilesOfAnExportLieBesideItsMetadata() {
        ManifestPlace place = place("s3://billing/cur/daily/metadata/BILLING_PERIOD=2026-08/daily-Manifest.json");
        assertThat(place.period()).isEqualTo(YearMonth.of(2026, 8));
        assertThat(place.file("s3://elsewhere/x/data/BILLING_PERIOD=2026-08/run/daily-00001.snappy.parquet"))
                .isEqualTo("s3://billing/cur/daily/data/BILLING_PERIOD=2026-08/run/daily-00001.snappy.parquet");
    }

    @Test
    void anExportMayLieInTheBucketItself() {
        assertThat(place("s3://billing/metadata/BILLING_PERIOD=2026-08/a-Manifest.json")
                        .file("data/BILLING_PERIOD=2026-08/a-00001.csv.gz"))
                .isEqualTo("s3://billing/data/BILLING_PERIOD=2026-08/a-00001.csv.gz");
    }

    /** AWS writes two slashes where the prefix of a report ends with one. */
    @Test
    void keysKeepTheirDoubleSlashes() {
        assertThat(place("s3://billing/cur//report/20260801-20260901/report-Manifest.json")
                        .file("/cur//report/20260801-20260901/run/report-1.csv.gz"))
                .isEqualTo("s3://billing/cur//report/20260801-20260901/run/report-1.csv.gz");
    }

    @Test
    void aManifestOfOneExecutionIsPassedOver() {
        assertThat(ManifestPlace.of("/b/metadata/BILLING_PERIOD=2026-08/run-1/a-Manifest.json"))
                .isEmpty();
        assertThat(ManifestPlace.of("/b/20269901-20260901/a-Manifest.json")).isEmpty();
    }

    @Test
    void aFileInTheFolderOfAnExecutionIsNeverWrittenOver() {
        ManifestPlace place = place("s3://billing/metadata/BILLING_PERIOD=2026-08/a-Manifest.json");
        assertThat(place.isOverwritten("x/data/BILLING_PERIOD=2026-08/a-00001.snappy.parquet"))
                .isTrue();
        assertThat(place.isOverwritten("x/data/BILLING_PERIOD=2026-08/20260901T000000Z-1/a-00001.snappy.parquet"))
                .isFalse();
        assertThat(place.isOverwritten("cur/report/20260801-20260901/report-1.csv.gz"))
                .isTrue();
        assertThat(place.isOverwritten("cur/report/20260801-20260901/run/report-1.csv.gz"))
                .isFalse();
    }

    @Test
    void whatLeadsOutOfTheExportIsLookedForInIt() {
        ManifestPlace place = place("s3://billing/metadata/BILLING_PERIOD=2026-08/a-Manifest.json");
        assertThat(place.file("x/data/../../secret.parquet")).isEqualTo("s3://billing/data/secret.parquet");
        assertThat(place.file("x/data/a/./b/../c.parquet")).isEqualTo("s3://billing/data/a/c.parquet");
    }

    private static ManifestPlace place(String manifest) {
        return ManifestPlace.of(manifest).orElseThrow();
    }
}
