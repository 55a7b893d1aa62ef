package dev.comanda.batch.cost;

import static dev.comanda.sql.cost.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.fact.persistence.JooqCostFacts;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Refused;
import dev.comanda.cost.imports.ImportOutcome.Unchanged;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.imports.persistence.JooqRefusals;
import dev.comanda.cost.report.CostReports;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.ops.error.OpsException;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries of the example bill, one after the other. */
class CostImportIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Path BILL = Path.of(System.getProperty("comanda.shared", "../../shared"), "examples", "bill");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-04T06:00:00Z"), ZoneOffset.UTC);
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    @TempDir
    private Path folder;

    private CostImport imports;
    private CostReports reports;

    @BeforeEach
    void beginEmpty() {
        assumeTrue(Files.isDirectory(BILL), "the examples are not beside the project");
        CostTables.empty(postgres.dsl());
        DuckDbChargeScan scan = new DuckDbChargeScan(new ScanLimits(2, 512, folder.resolve("spill")));
        JooqPublishedBills published = new JooqPublishedBills(postgres.dsl(), CLOCK);
        DeliveryArchive archive = new DeliveryArchive(folder.resolve("bills"));
        imports =
                new CostImport(scan, published, archive, RulesFiles::shipped, new JooqRefusals(postgres.dsl(), CLOCK));
        reports = new CostReports(scan, published, archive, new JooqCostFacts(postgres.dsl()), RulesFiles::shipped);
    }

    @Test
    void aPeriodIsTakenOverOnceAndAnUnchangedDeliveryIsNotReadAgain() {
        assertThat(run("export")).hasSize(2).allMatch(Imported.class::isInstance);
        assertThat(run("export")).hasSize(2).allMatch(Unchanged.class::isInstance);
        assertThat(postgres.dsl().fetchCount(DELIVERY)).isEqualTo(2);
        assertThat(total(AUGUST)).isEqualTo("135397.649669498407");
    }

    @Test
    void aRestatedPeriodIsReplacedWholeAndItsJournalSaysWhatChanged() throws IOException {
        run("export");
        Imported restated = (Imported) run("restated").get(0);

        assertThat(restated.delivery().totals().rows()).isEqualTo(1431);
        assertThat(total(AUGUST)).isEqualTo("135344.706856886007");
        assertThat(total(SEPTEMBER)).isEqualTo("128242.099159893393");
        assertThat(restated.restated()).isEqualByComparingTo("-52.942812612400");
        List<String> journal = new ArrayList<>(List.of("account,service,date,cost,currency"));
        reports.restatement(AUGUST, row -> journal.add(line(row)));
        assertThat(journal).isEqualTo(Files.readAllLines(BILL.resolve("expected/restatement.csv")));
        assertThat(restated.restatedRows()).isEqualTo(journal.size() - 1);
        assertThat(kept())
                .as("the delivery before is kept for whoever reads it")
                .isEqualTo(3);
    }

    @Test
    void aDeliveryThatWasReplacedTwiceIsNotKept() throws IOException {
        run("export");
        run("torn/empty");
        Path elsewhere = folder.resolve("elsewhere");
        copy(BILL.resolve("export"), elsewhere);
        runIn(elsewhere);

        assertThat(kept()).as("two of each period").isEqualTo(4);
        assertThat(total(SEPTEMBER)).isEqualTo("128242.099159893393");
    }

    @Test
    void aTornDeliveryIsRefusedAndTheLastGoodOneStaysPublished() {
        run("export");
        Refused refused = (Refused) run("torn/absent").get(0);

        assertThat(refused.problem())
                .hasMessageStartingWith("period 2026-08: ")
                .hasMessageContaining("comanda-cur2-00002.snappy.parquet")
                .hasMessageContaining("is not there");
        assertThat(total(AUGUST)).isEqualTo("135397.649669498407");
    }

    @Test
    void aChunkWithoutRowsIsValid() {
        run("export");
        Imported again = (Imported) run("torn/empty").get(0);
        assertThat(again.restatedRows()).isZero();
        assertThat(total(SEPTEMBER)).isEqualTo("128242.099159893393");
    }

    @Test
    void aFileThatIsNoParquetLeavesWhatIsPublished() throws IOException {
        run("export");
        Path damaged = folder.resolve("damaged");
        copy(BILL.resolve("restated"), damaged);
        try (Stream<Path> files = Files.walk(damaged)) {
            Path chunk = files.filter(file -> file.toString().endsWith("00002.snappy.parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(chunk, "no parquet at all");
        }
        Refused refused = (Refused) runIn(damaged).get(0);

        assertThat(refused.problem())
                .hasMessageContaining("comanda-cur2-00002.snappy.parquet is no Parquet that can be read");
        assertThat(total(AUGUST)).isEqualTo("135397.649669498407");
        assertThat(kept()).as("what was not published is not kept").isEqualTo(2);
    }

    @Test
    void twoImportsAtOnceAreRefused() {
        List<ImportOutcome> outcomes = new ArrayList<>();
        imports.run(new FolderDeliveries(BILL.resolve("export")), null, outcome -> {
            outcomes.add(outcome);
            assertThatThrownBy(() -> run("restated"))
                    .isInstanceOf(OpsException.class)
                    .hasMessageContaining("another import of bills is under way");
        });
        assertThat(outcomes).hasSize(2).allMatch(Imported.class::isInstance);
    }

    @Test
    void whatIsNotPublishedCannotBeAskedFor() {
        assertThatThrownBy(() -> total(AUGUST))
                .isInstanceOf(OpsException.class)
                .hasMessageContaining("no bill of 2026-08 is published");
    }

    @Test
    void whatWasImportedIsNotChanged() {
        run("export");
        assertThatThrownBy(() -> postgres.dsl()
                        .update(DELIVERY)
                        .set(DELIVERY.ROW_COUNT, 1L)
                        .execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stay as they were imported");
    }

    private List<ImportOutcome> run(String delivery) {
        return runIn(BILL.resolve(delivery));
    }

    private List<ImportOutcome> runIn(Path source) {
        List<ImportOutcome> outcomes = new ArrayList<>();
        imports.run(new FolderDeliveries(source), null, outcomes::add);
        return outcomes;
    }

    private String total(YearMonth period) {
        List<CostRow> rows = new ArrayList<>();
        reports.report(period, period, new CostQuestion(List.of(ReportKey.Column.MONTH), Metric.AMORTIZED), rows::add);
        assertThat(rows).hasSize(1);
        return rows.get(0).cost().toPlainString();
    }

    private static String line(CostRow row) {
        return String.join(",", row.keys()) + "," + row.cost().toPlainString() + "," + row.currency();
    }

    private long kept() throws IOException {
        try (Stream<Path> deliveries = Files.walk(folder.resolve("bills"), 2)) {
            return deliveries
                    .filter(each -> each.getNameCount() == folder.getNameCount() + 3)
                    .count();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(Objects.toString(from.relativize(each)));
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(each));
                }
            }
        }
    }
}
