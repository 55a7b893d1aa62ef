package dev.comanda.cost.scan.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.Share;
import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.allocation.yaml.RulesReader;
import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.fact.AllocatedBill;
import dev.comanda.cost.fact.Fact;
import dev.comanda.cost.fact.FactKey;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example's bill, every line of which finds an owner. */
class AllocatedExampleTest {

    private static final Path EXPORT =
            Path.of(System.getProperty("comanda.shared", "../../shared"), "examples/bill/export");

    private static final String RULES =
            """
            version: 1
            teams:
              payments: {domain: money, also: [Payments]}
              orders: {domain: marketplace}
              search: {domain: marketplace}
            rules:
              - name: Taxes are everybody's
                when: {charge_type: Tax}
                shared: proportional
              - name: Kubernetes itself
                when: {namespace: [kube-*, monitoring]}
                shared: even
              - name: Requests carry the network
                when: {usage_type: "*Bytes*"}
                shared: usage
                by: {usage_type: "*EKS-EC2-vCPU-Hours"}
              - name: Support
                when: {service: AWSSupport*}
                shared: {payments: 1, orders: 2}
              - name: Namespaces are named after teams
                team: ${namespace}
              - name: Tags
                team: ${tag:team}
              - name: Accounts
                when: {account: "*"}
                environment: production
            """;

    @TempDir
    Path spill;

    private DuckDbChargeScan scan;
    private final AllocationRules rules = RulesReader.read("the test's rules", RULES);

    @BeforeEach
    void open() {
        assumeTrue(Files.isDirectory(EXPORT), "the examples are not there");
        scan = new DuckDbChargeScan(ScanLimits.standard(spill));
    }

    @ParameterizedTest
    @EnumSource
    void groupedByAnyOwnerTheRowsAddUpToTheTotal(Metric metric) {
        for (PeriodFiles bill : bills()) {
            Totals totals = scan.totals(bill);
            for (String keys : List.of("team,service", "domain,environment,namespace", "tag:team,resource,team")) {
                assertThat(sum(rows(bill, keys, metric, rules))).as(keys).isEqualByComparingTo(total(totals, metric));
            }
            assertThat(sum(rows(bill, "team", metric, RulesFiles.shipped())))
                    .isEqualByComparingTo(total(totals, metric));
        }
    }

    @Test
    void whatATeamCostsDoesNotDependOnWhatElseIsGroupedBy() {
        for (PeriodFiles bill : bills()) {
            Map<String, BigDecimal> alone = byFirstKey(rows(bill, "team", Metric.UNBLENDED, rules));

            assertThat(byFirstKey(rows(bill, "team,service,region,resource", Metric.UNBLENDED, rules)))
                    .isEqualTo(alone);
            assertThat(alone).containsKeys("payments", "orders", "search", "idle", "unallocated");
        }
    }

    @Test
    void whatIsSharedIsBorneByTheTeamsThatTheRuleNames() {
        PeriodFiles bill = bills().get(0);
        List<Share> shares = scan.allocate(bill, rules, AllocatedBill::shares);

        assertThat(shares.stream().filter(each -> each.rule() == 4))
                .containsExactly(
                        new Share(4, "orders", "marketplace", 666_666_667),
                        new Share(4, "payments", "money", 333_333_333));
        for (int rule = 1; rule <= 4; rule++) {
            int number = rule;
            assertThat(shares.stream()
                            .filter(each -> each.rule() == number)
                            .mapToLong(Share::billionths)
                            .sum())
                    .isEqualTo(Share.WHOLE);
        }
        assertThat(rows(bill, "charge_type,team", Metric.AMORTIZED, rules))
                .filteredOn(row -> row.keys().get(0).equals("Tax"))
                .extracting(row -> row.keys().get(1))
                .isNotEmpty()
                .doesNotContain("unallocated", "idle");
    }

    @ParameterizedTest
    @EnumSource
    void theFactsSayTheSameAsTheReport(Metric metric) {
        PeriodFiles bill = bills().get(1);
        Map<String, BigDecimal> sums = scan.allocate(bill, rules, allocated -> byTeamServiceAndDate(allocated, metric));

        List<CostRow> report = rows(bill, "team,service,date", metric, rules);
        assertThat(report).hasSameSizeAs(sums.keySet());
        for (CostRow row : report) {
            assertThat(row.cost())
                    .as(row.keys().toString())
                    .isCloseTo(sums.get(String.join(",", row.keys())), within(new BigDecimal("1e-12")));
        }
    }

    private static Map<String, BigDecimal> byTeamServiceAndDate(AllocatedBill allocated, Metric metric) {
        Map<Integer, List<Share>> shares = allocated.shares().stream().collect(Collectors.groupingBy(Share::rule));
        Map<Integer, FactKey> keys = new HashMap<>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        allocated.keys(each -> keys.put(each.number(), each));
        allocated.facts(fact -> {
            FactKey key = Objects.requireNonNull(keys.get(fact.key()));
            List<Share> bearers = key.team() == null
                    ? shares.getOrDefault(key.rule(), List.of())
                    : List.of(new Share(key.rule(), key.team(), "", Share.WHOLE));
            for (Share share : bearers) {
                sums.merge(
                        String.join(",", share.team(), key.service(), String.valueOf(fact.date())),
                        cost(fact, metric).multiply(BigDecimal.valueOf(share.billionths(), 9)),
                        BigDecimal::add);
            }
        });
        return sums;
    }

    @Test
    void filteredByAnOwnerAReportSaysWhatItsPartOfTheWholeReportSays() {
        PeriodFiles bill = bills().get(0);
        List<CostRow> filtered = new ArrayList<>();
        scan.report(
                List.of(bill),
                new CostQuestion(
                        List.of(Column.SERVICE), Metric.AMORTIZED, List.of(new Filter(Column.TEAM, "unallocated"))),
                rules,
                filtered::add);

        assertThat(filtered)
                .isEqualTo(rows(bill, "team,service", Metric.AMORTIZED, rules).stream()
                        .filter(row -> row.keys().get(0).equals("unallocated"))
                        .map(row -> new CostRow(row.keys().subList(1, 2), row.cost(), row.currency()))
                        .toList())
                .isNotEmpty();
    }

    private List<CostRow> rows(PeriodFiles bill, String keys, Metric metric, AllocationRules by) {
        List<ReportKey> asked = Arrays.stream(keys.split(","))
                .map(each -> ReportKey.of(each).orElseThrow())
                .toList();
        List<CostRow> rows = new ArrayList<>();
        scan.report(List.of(bill), new CostQuestion(asked, metric), by, rows::add);
        return rows;
    }

    private static BigDecimal sum(List<CostRow> rows) {
        return rows.stream().map(CostRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> byFirstKey(List<CostRow> rows) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.keys().get(0), row.cost(), BigDecimal::add));
        return sums;
    }

    private static BigDecimal total(Totals totals, Metric metric) {
        return switch (metric) {
            case UNBLENDED -> totals.unblended();
            case AMORTIZED -> totals.amortized();
            case NET_AMORTIZED -> totals.netAmortized();
            case LIST -> totals.list();
        };
    }

    private static BigDecimal cost(Fact fact, Metric metric) {
        return switch (metric) {
            case UNBLENDED -> fact.unblended();
            case AMORTIZED -> fact.amortized();
            case NET_AMORTIZED -> fact.netAmortized();
            case LIST -> fact.list();
        };
    }

    private static List<PeriodFiles> bills() {
        return new FolderDeliveries(EXPORT)
                .find(null).stream()
                        .map(found -> ((Found.Whole) found).delivery())
                        .map((Delivery each) -> new PeriodFiles(
                                each.period(),
                                each.files().stream()
                                        .map(file -> Path.of(file.place()))
                                        .toList()))
                        .toList();
    }
}
