package dev.comanda.batch.cost;

import static dev.comanda.sql.cost.Tables.ALLOCATION;
import static dev.comanda.sql.cost.Tables.FACT;
import static dev.comanda.sql.cost.Tables.PROOF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.UnusableRulesException;
import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.allocation.yaml.RulesReader;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostQuestion.Days;
import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.fact.Proof;
import dev.comanda.cost.fact.persistence.JooqCostFacts;
import dev.comanda.cost.imports.BillArchive;
import dev.comanda.cost.imports.CostImport;
import dev.comanda.cost.imports.ImportOutcome;
import dev.comanda.cost.imports.ImportOutcome.Imported;
import dev.comanda.cost.imports.ImportOutcome.Reallocated;
import dev.comanda.cost.imports.ImportOutcome.Unchanged;
import dev.comanda.cost.imports.archive.DeliveryArchive;
import dev.comanda.cost.imports.persistence.JooqPublishedBills;
import dev.comanda.cost.imports.persistence.JooqRefusals;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.ops.testing.PostgresExtension;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example bill, published with owners. */
class CostAllocationIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Path EXPORT =
            Path.of(System.getProperty("comanda.shared", "../../shared"), "examples", "bill", "export");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-04T06:00:00Z"), ZoneOffset.UTC);
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private static final AllocationRules SHARING = RulesReader.read(
            "the test",
            """
            version: 1
            teams:
              payments: {domain: money, also: [Payments]}
              search: {domain: marketplace}
              checkout: {domain: marketplace}
            rules:
              - name: Taxes
                when: {charge_type: Tax}
                shared: proportional
              - name: Kubernetes
                when: {namespace: kube-*}
                shared: even
              - name: Namespaces
                team: ${namespace}
              - name: Tags
                team: ${tag:team}
            """);

    @TempDir
    private Path folder;

    private DuckDbChargeScan scan;
    private BillArchive archive;
    private JooqPublishedBills published;
    private JooqCostFacts facts;
    private AllocationRules inForce;

    @BeforeEach
    void importTheExample() {
        assumeTrue(Files.isDirectory(EXPORT), "the examples are not beside the project");
        CostTables.empty(postgres.dsl());
        inForce = SHARING;
        scan = new DuckDbChargeScan(new ScanLimits(2, 512, folder.resolve("spill")));
        archive = new DeliveryArchive(folder.resolve("bills"));
        published = new JooqPublishedBills(postgres.dsl(), CLOCK);
        facts = new JooqCostFacts(postgres.dsl());
        assertThat(run()).hasSize(2).allMatch(Imported.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource
    void theFactsGiveTheRowsThatTheFilesGiveToTheLastDigit(Metric metric) {
        for (String keys : List.of(
                "team",
                "team,service,date",
                "domain,environment",
                "namespace,team,account",
                "month,charge_type",
                "rule,team",
                "region")) {
            CostQuestion question = new CostQuestion(keys(keys), metric);
            assertThat(fromFacts(question))
                    .as(keys)
                    .isEqualTo(fromFiles(question))
                    .isNotEmpty();
        }
        CostQuestion filtered =
                new CostQuestion(keys("service,month"), metric, List.of(new Filter(Column.TEAM, "payments")));
        assertThat(fromFacts(filtered)).isEqualTo(fromFiles(filtered)).isNotEmpty();
        Days week = new Days(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 16));
        CostQuestion ofDays = new CostQuestion(keys("team,service"), metric, List.of(), week);
        assertThat(fromFacts(ofDays)).isEqualTo(fromFiles(ofDays)).isNotEmpty();
        CostQuestion byDay = new CostQuestion(keys("date"), metric, List.of(), week);
        assertThat(fromFacts(byDay)).isEqualTo(fromFiles(byDay)).isNotEmpty();
    }

    @Test
    void everyDollarHasAPlaceByEveryMetric() {
        for (YearMonth period : List.of(AUGUST, SEPTEMBER)) {
            List<Proof> proofs = facts.proofs(period);
            assertThat(proofs).extracting(Proof::metric).containsExactly(Metric.values());
            assertThat(proofs).allSatisfy(each -> {
                assertThat(each.difference()).isEqualByComparingTo(BigDecimal.ZERO);
                assertThat(each.allocated()).isPositive();
                assertThat(each.idle()).isPositive();
                assertThat(each.unallocated()).isPositive();
            });
            assertThat(proofs.get(0).shared()).isNotZero();
        }
    }

    @Test
    void factsThatAreNotTheBillAreNotTaken() {
        assertThatThrownBy(() -> postgres.dsl()
                        .insertInto(PROOF)
                        .select(postgres.dsl()
                                .select(
                                        PROOF.ALLOCATION_ID.plus(0),
                                        DSL.inline("list"),
                                        PROOF.ALLOCATED.plus(new BigDecimal("0.000000000001")),
                                        PROOF.SHARED,
                                        PROOF.IDLE,
                                        PROOF.UNALLOCATED,
                                        PROOF.BILL,
                                        PROOF.DIFFERENCE)
                                .from(PROOF)
                                .limit(1))
                        .execute())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        postgres.dsl().execute("update cost.proof set allocated = allocated + 1, bill = bill + 1"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stay as they were");
    }

    @Test
    void otherRulesGiveOtherOwnersAndTheFactsOfTheOldOnesGo() {
        int before = postgres.dsl().fetchCount(FACT);
        BigDecimal unallocated = facts.proofs(AUGUST).get(1).unallocated();

        inForce = RulesFiles.shipped();
        assertThat(run()).hasSize(2).allMatch(Reallocated.class::isInstance);

        assertThat(facts.proofs(AUGUST).get(1).unallocated()).isNotEqualByComparingTo(unallocated);
        assertThat(postgres.dsl().fetchCount(ALLOCATION)).isEqualTo(4);
        assertThat(postgres.dsl()
                        .fetchCount(postgres.dsl()
                                .selectDistinct(FACT.ALLOCATION_ID)
                                .from(FACT)))
                .isEqualTo(2);
        assertThat(run()).allMatch(Unchanged.class::isInstance);

        inForce = SHARING;
        List<ImportOutcome> outcomes = new ArrayList<>();
        imports().allocate(null, outcomes::add);
        assertThat(outcomes).hasSize(2).allMatch(Reallocated.class::isInstance);
        assertThat(postgres.dsl().fetchCount(FACT)).isEqualTo(before);
        assertThat(facts.proofs(AUGUST).get(1).unallocated()).isEqualByComparingTo(unallocated);
    }

    @Test
    void rulesThatCannotBeUsedStopTheImportBeforeItBegins() {
        assertThatThrownBy(() -> new CostImport(
                                scan,
                                published,
                                archive,
                                () -> RulesReader.read("rules.yaml", "version: 2\nrules: []"),
                                new JooqRefusals(postgres.dsl(), CLOCK))
                        .run(new FolderDeliveries(EXPORT), null, outcome -> {}))
                .isInstanceOf(UnusableRulesException.class)
                .hasMessage("rules.yaml: line 1: version must be 1");
    }

    private List<ImportOutcome> run() {
        List<ImportOutcome> outcomes = new ArrayList<>();
        imports().run(new FolderDeliveries(EXPORT), null, outcomes::add);
        return outcomes;
    }

    private CostImport imports() {
        return new CostImport(scan, published, archive, () -> inForce, new JooqRefusals(postgres.dsl(), CLOCK));
    }

    private List<CostRow> fromFacts(CostQuestion question) {
        List<CostRow> rows = new ArrayList<>();
        facts.report(AUGUST, SEPTEMBER, question, rows::add);
        return rows;
    }

    private List<CostRow> fromFiles(CostQuestion question) {
        List<CostRow> rows = new ArrayList<>();
        List<PeriodFiles> bills = published.all().stream()
                .map(each -> new PeriodFiles(each.period(), archive.files(each.period(), each.fingerprint())))
                .toList();
        scan.report(bills, question, SHARING, rows::add);
        return rows;
    }

    private static List<ReportKey> keys(String codes) {
        return Arrays.stream(codes.split(","))
                .map(each -> ReportKey.of(each).orElseThrow())
                .toList();
    }
}
