package dev.comanda.batch.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.batch.bucket.S3Store;
import dev.comanda.cost.bill.Deliveries;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.bill.storage.BillSources;
import dev.comanda.cost.bucket.BucketPrefix;
import dev.comanda.cost.bucket.s3.Buckets;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.cost.imports.ImportOutcome.Unchanged;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A bill in S3 is read as one in a folder is, and only as long as it is the delivery that was found. */
class BucketBillIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final String CREDENTIAL = "aws.accessKeyId";

    @TempDir
    private Path folder;

    private S3Store store;
    private Bills bills;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isDirectory(Bills.EXAMPLES), "the examples are not beside the project");
        System.setProperty("aws.region", "sa-east-1");
        System.setProperty(CREDENTIAL, "test");
        System.setProperty("aws.secretAccessKey", "test");
        Bills.beginEmpty(postgres.dsl());
        store = S3Store.start();
        bills = new Bills(postgres.dsl(), folder.resolve("from-bucket"));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void theExampleBillComesToWhatItComesToInAFolder() throws IOException {
        store.putAll("billing/2026", Bills.EXAMPLES.resolve("export"));
        assertThat(read("billing")).hasSize(2).allMatch(Imported.class::isInstance);
        List<List<String>> fromBucket = reports(bills);

        Bills.beginEmpty(postgres.dsl());
        Bills sameInFolder = new Bills(postgres.dsl(), folder.resolve("from-folder"));
        sameInFolder.read(Bills.EXAMPLES.resolve("export"));

        assertThat(fromBucket).isEqualTo(reports(sameInFolder)).allMatch(lines -> lines.size() > 2);
    }

    @Test
    void ofAnUnchangedDeliveryOnlyTheManifestIsFetched() throws IOException {
        store.putAll("cur", Bills.EXAMPLES.resolve("export"));
        read("cur");
        int before = store.downloads();

        assertThat(read("cur/")).hasSize(2).allMatch(Unchanged.class::isInstance);

        assertThat(store.downloaded().subList(before, store.downloads()))
                .hasSize(2)
                .allMatch(key -> key.endsWith("/comanda-cur2-Manifest.json"));
    }

    @Test
    void aRestatedPeriodIsReplacedAndItsJournalSaysWhatChanged() throws IOException {
        store.putAll("b", Bills.EXAMPLES.resolve("export"));
        read("b");
        store.putAll("b", Bills.EXAMPLES.resolve("restated"));

        List<ImportOutcome> outcomes = read("b");

        assertThat(outcomes.get(0)).isInstanceOf(Imported.class);
        assertThat(outcomes.get(1)).isInstanceOf(Unchanged.class);
        assertThat(bills.total(AUGUST)).isEqualTo("135344.706856886007");
        List<String> expected = Files.readAllLines(Bills.EXAMPLES.resolve("expected/restatement.csv"));
        assertThat(bills.restatement(AUGUST)).isEqualTo(expected.subList(1, expected.size()));
    }

    @Test
    void aManifestThatNamesAnAbsentObjectChangesNothing() throws IOException {
        store.putAll("b", Bills.EXAMPLES.resolve("export"));
        read("b");
        store.putAll("b", Bills.EXAMPLES.resolve("torn/absent"));

        assertThat(problem(read("b").get(0)))
                .startsWith("period 2026-08: s3://" + S3Store.BUCKET + "/b/cur/comanda-cur2/data/")
                .contains("comanda-cur2-00002.snappy.parquet is named by the manifest and is not there");
        assertThat(bills.total(AUGUST)).isEqualTo("135397.649669498407");
    }

    @Test
    void aFileThatIsReplacedBeforeItIsFetchedIsNotReadInItsPlace() throws IOException {
        store.putAll("b", Bills.EXAMPLES.resolve("restated"));
        store.afterDownload("00001.snappy.parquet", () -> replace("00003.snappy.parquet"));

        assertThat(problem(read("b").get(0))).contains("00003.snappy.parquet was replaced while the delivery was read");
        assertThat(store.downloaded()).noneMatch(key -> key.endsWith("00003.snappy.parquet"));
    }

    @Test
    void aFileThatIsReplacedAfterItWasFetchedMakesTheDeliveryNone() throws IOException {
        store.putAll("b", Bills.EXAMPLES.resolve("restated"));
        store.afterDownload("00003.snappy.parquet", () -> replace("00001.snappy.parquet"));
        assertThat(problem(read("b").get(0))).contains("00001.snappy.parquet was replaced while the delivery was read");
    }

    @Test
    void aManifestThatIsReplacedMeanwhileMakesTheDeliveryNone() throws IOException {
        store.putAll("b", Bills.EXAMPLES.resolve("restated"));
        store.afterDownload("00003.snappy.parquet", () -> replace("BILLING_PERIOD=2026-08/comanda-cur2-Manifest.json"));
        assertThat(problem(read("b").get(0))).contains("Manifest.json was replaced while the delivery was read");

        store.putAll("b", Bills.EXAMPLES.resolve("restated"));
        assertThat(read("b")).singleElement().isInstanceOf(Imported.class);
    }

    @Test
    void aDownloadThatBreaksOffGoesOnWhereItWas() throws IOException {
        store.putAll("b", Bills.EXAMPLES.resolve("restated"));
        store.breakOff(key("00002.snappy.parquet"), 3);
        assertThat(read("b")).singleElement().isInstanceOf(Imported.class);
        assertThat(bills.total(AUGUST)).isEqualTo("135344.706856886007");
    }

    @Test
    void anObjectWithoutAManifestNeedsItsPeriod() throws IOException {
        Path chunk;
        try (Stream<Path> files = Files.walk(Bills.EXAMPLES.resolve("restated"))) {
            chunk = files.filter(each -> each.toString().endsWith("00001.snappy.parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        store.put("bare/one.parquet", Files.readAllBytes(chunk));

        assertThat(problem(read("bare/one.parquet").get(0))).contains("say with --period which month");
        assertThat(bills.read(open("bare/one.parquet"), AUGUST)).singleElement().isInstanceOf(Imported.class);
        assertThat(problem(bills.read(open("nowhere"), AUGUST).get(0))).contains("holds no bill");
    }

    @Test
    void aBucketThatIsNotThereIsAnArgumentThatCannotBeUsed() {
        assertThatThrownBy(() -> bills.read(sources(store.endpoint()).open(place("s3://nowhere/x"))))
                .isInstanceOfSatisfying(
                        OpsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNUSABLE_ARGUMENT))
                .hasMessageContaining("s3://nowhere/x");
    }

    @Test
    void whoIsDeniedIsToldWhatIsNeeded() {
        store.deny();
        assertThatThrownBy(() -> read("b"))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessage("s3://" + S3Store.BUCKET + "/b cannot be listed: access is denied (AccessDenied);"
                        + " the credentials need s3:ListBucket and s3:GetObject");
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldSo() {
        String gone = store.endpoint();
        store.close();
        assertThatThrownBy(() -> bills.read(sources(gone).open(place("s3://bills/b"))))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageStartingWith("s3://bills/b cannot be listed: it cannot be reached");
    }

    @Test
    void whoHasNoCredentialsIsToldWhereTheyAreLookedFor() {
        System.clearProperty(CREDENTIAL);
        System.setProperty("aws.disableEc2Metadata", "true");
        assertThatThrownBy(() -> read("b"))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageContaining("no credentials are found; set AWS_ACCESS_KEY_ID");
    }

    private List<ImportOutcome> read(String prefix) {
        try (Deliveries deliveries = open(prefix)) {
            return bills.read(deliveries);
        }
    }

    private Deliveries open(String prefix) {
        return sources(store.endpoint()).open(place("s3://" + S3Store.BUCKET + "/" + prefix));
    }

    private static BillSources sources(String endpoint) {
        return new BillSources(new Buckets(endpoint));
    }

    private static BucketPrefix place(String address) {
        return BucketPrefix.of(address).orElseThrow();
    }

    private static List<List<String>> reports(Bills bills) {
        return List.of(
                bills.report(AUGUST, Column.ACCOUNT, Column.DATE),
                bills.report(SEPTEMBER, Column.SERVICE, Column.CHARGE_TYPE),
                bills.report(SEPTEMBER, Column.CLUSTER, Column.NAMESPACE));
    }

    private void replace(String ending) {
        store.put(key(ending), "another content".getBytes(StandardCharsets.UTF_8));
    }

    private String key(String ending) {
        return store.keys().stream()
                .filter(each -> each.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    private static String problem(ImportOutcome outcome) {
        return String.valueOf(((Refused) outcome).problem().getMessage());
    }
}
