package dev.comanda.cost.focus.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.allocation.yaml.RulesReader;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.focus.FocusDataset.Written;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.duckdb.DuckDb;
import dev.comanda.cost.scan.duckdb.DuckDbChargeScan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported adds up to what reports say. */
class FocusSumsTest {

    private static final AllocationRules SHARING = RulesReader.read(
            "the test",
            """
            version: 1
            rules:
              - name: Taxes are everybody's
                when: {charge_type: Tax}
                shared: proportional
              - name: Kubernetes itself
                when: {namespace: kube-*}
                shared: {payments: 1, orders: 2}
              - name: Namespaces are named after teams
                team: ${namespace}
              - name: Tags
                team: ${tag:team}
            """);

    private static final String ONE_LINE =
            """
            select timestamp '2026-08-01 00:00:00' as bill_billing_period_start_date,
                   '111122223333' as line_item_usage_account_id, timestamp '2026-08-05 07:00:00' as line_item_usage_start_date,
                   'Usage' as line_item_line_item_type, 'AmazonEC2' as line_item_product_code,
                   1.5::double as line_item_unblended_cost, 'USD' as line_item_currency_code,
            """;

    @TempDir
    private static Path folder;

    static Stream<TestBill> bills() throws IOException {
        return TestBill.all(folder).stream();
    }

    @ParameterizedTest
    @MethodSource("bills")
    void theCostsAreThoseOfTheBillToTheLastDigit(TestBill bill) throws IOException {
        Totals totals = new DuckDbChargeScan(TestBill.limits(folder, 2)).totals(bill.files());
        Record row = ask(
                        TestBill.exported(bill, folder),
                        "sum(\"BilledCost\"), sum(\"EffectiveCost\"), sum(\"ListCost\"), sum(\"x_NetEffectiveCost\")",
                        "")
                .get(0);

        assertThat(row.get(0, BigDecimal.class)).isEqualByComparingTo(totals.unblended());
        assertThat(row.get(1, BigDecimal.class)).isEqualByComparingTo(totals.amortized());
        assertThat(row.get(2, BigDecimal.class)).isEqualByComparingTo(totals.list());
        assertThat(row.get(3, BigDecimal.class)).isEqualByComparingTo(totals.netAmortized());
    }

    @ParameterizedTest
    @MethodSource("bills")
    void byAccountServiceDayClusterAndNamespaceTheySayWhatReportsSay(TestBill bill) throws IOException {
        String service = bill.isFocus() ? "nullif(\"ServiceName\", 'Unknown')" : "\"x_ServiceCode\"";
        String charge = bill.isFocus() ? "\"ChargeCategory\"" : "\"x_LineItemType\"";
        String account = bill.isFocus()
                ? "coalesce(\"SubAccountId\", nullif(\"BillingAccountId\", 'Unknown'))"
                : "\"SubAccountId\"";
        for (var each : Map.of(
                        Metric.UNBLENDED, "BilledCost", Metric.AMORTIZED, "EffectiveCost", Metric.LIST, "ListCost")
                .entrySet()) {
            assertThat(sums(
                            TestBill.exported(bill, folder),
                            List.of(account, service, "\"ChargePeriodStart\"::date", charge),
                            each.getValue()))
                    .isEqualTo(report(
                            bill.files(), "account,service,date,charge_type", each.getKey(), RulesFiles.shipped()));
            assertThat(sums(
                            TestBill.exported(bill, folder),
                            List.of(
                                    "coalesce(\"x_Cluster\", 'unallocated')",
                                    "coalesce(\"x_Namespace\", 'unallocated')"),
                            each.getValue()))
                    .isEqualTo(report(bill.files(), "cluster,namespace", each.getKey(), RulesFiles.shipped()));
        }
    }

    @Test
    void whatIsSharedIsBorneByTeamsAndNothingIsLost() throws IOException {
        PeriodFiles bill = TestBill.simulated(folder).files();
        Path to = Files.createDirectory(folder.resolve("shared"));
        Written written = new DuckDbFocusDataset(TestBill.limits(folder, 2)).write(bill, SHARING, to);

        assertThat(written.effective())
                .isEqualByComparingTo(new DuckDbChargeScan(TestBill.limits(folder, 2))
                        .totals(bill)
                        .amortized());
        Map<String, BigDecimal> byTeam =
                sums(written.files(), List.of("coalesce(\"x_Team\", 'unallocated')"), "EffectiveCost");
        Map<String, BigDecimal> reported = report(bill, "team", Metric.AMORTIZED, SHARING);
        assertThat(byTeam.keySet()).isEqualTo(reported.keySet()).contains("payments", "orders", "idle");
        // A line's parts are rounded in the export, and the sum of all lines in the report.
        byTeam.forEach((team, cost) ->
                assertThat(cost).as(team).isCloseTo(reported.get(team), within(new BigDecimal("0.000000001"))));
        assertThat(sums(written.files(), List.of("coalesce(\"x_SharedBy\", '')"), "EffectiveCost"))
                .containsOnlyKeys("", "Taxes are everybody's", "Kubernetes itself");
    }

    @Test
    void theSameBillGivesTheSameBytesOnAnyNumberOfThreads() throws IOException {
        PeriodFiles bill = TestBill.simulated(folder).files();
        Path one = Files.createDirectory(folder.resolve("one"));
        Path four = Files.createDirectory(folder.resolve("four"));
        Written written = new DuckDbFocusDataset(TestBill.limits(folder, 1)).write(bill, SHARING, one);
        new DuckDbFocusDataset(TestBill.limits(folder, 4)).write(bill, SHARING, four);

        assertThat(written.rows()).isGreaterThan(10_000);
        for (Path file : written.files()) {
            assertThat(Files.mismatch(file, four.resolve(file.getFileName())))
                    .as(file.toString())
                    .isEqualTo(-1);
        }
    }

    @Test
    void hostileTagsComeOutAsTheyWentIn() throws IOException {
        Record row = exported(
                        ONE_LINE
                                + """
                                map {'user:te"am': 'a"b\\c', 'user_na''me': E'one\\ntwo', 'user:x': '1', 'user_x': '2',
                                     'aws:createdBy': '{,"user:x":"3"}', 'user:empty': ''} as resource_tags
                                """,
                        "\"Tags\", json_extract_string(\"Tags\", '$.\"te\\\"am\"'), json_extract_string(\"Tags\", '$.\"na''me\"'),"
                                + " json_extract_string(\"Tags\", '$.x'), json_extract_string(\"Tags\", '$.\"aws:createdBy\"')")
                .get(0);

        assertThat(row.get(1, String.class)).isEqualTo("a\"b\\c");
        assertThat(row.get(2, String.class)).isEqualTo("one\ntwo");
        assertThat(row.get(3, String.class)).isEqualTo("1");
        assertThat(row.get(4, String.class)).isEqualTo("{,\"user:x\":\"3\"}");
        assertThat(row.get(0, String.class)).contains("\"empty\":\"\"").doesNotContain("\"user_x\"");
    }

    @Test
    void tagsThatAreColumnsBecomeKeysToo() throws IOException {
        Record row = exported(
                        ONE_LINE + "'pay\"ments' as resource_tags_user_team, null::varchar as resource_tags_user_none",
                        "\"Tags\"")
                .get(0);

        assertThat(row.get(0, String.class)).isEqualTo("{\"team\":\"pay\\\"ments\"}");
    }

    @Test
    void aLineWithoutADateIsOfTheWholeMonth() throws IOException {
        Record row = exported(
                        ONE_LINE.replace("timestamp '2026-08-05 07:00:00'", "null::timestamp") + "1 as one",
                        "\"ChargePeriodStart\"::varchar, \"ChargePeriodEnd\"::varchar, \"BilledCost\"")
                .get(0);

        assertThat(row.get(0, String.class)).isEqualTo("2026-08-01 00:00:00+00");
        assertThat(row.get(1, String.class)).isEqualTo("2026-09-01 00:00:00+00");
        assertThat(row.get(2, BigDecimal.class)).isEqualByComparingTo("1.5");
    }

    @Test
    void aBillWithoutLinesIsAFileWithoutRows() throws IOException {
        PeriodFiles bill = written(ONE_LINE + "1 as one where false");
        Path to = Files.createTempDirectory(folder, "empty");
        Written written = new DuckDbFocusDataset(TestBill.limits(folder, 2)).write(bill, RulesFiles.shipped(), to);

        assertThat(written.rows()).isZero();
        assertThat(written.billed()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(written.files()).hasSize(1).allMatch(Files::exists);
    }

    private static Result<Record> exported(String rows, String columns) throws IOException {
        Path to = Files.createTempDirectory(folder, "little");
        return ask(
                new DuckDbFocusDataset(TestBill.limits(folder, 2))
                        .write(written(rows), RulesFiles.shipped(), to)
                        .files(),
                columns,
                "");
    }

    private static PeriodFiles written(String rows) throws IOException {
        Path file = Files.createTempDirectory(folder, "bill").resolve("bill.parquet");
        try (DuckDb duck = DuckDb.open(TestBill.limits(folder, 1))) {
            Statements.run(duck.sql(), "copy (" + rows + ") to " + Statements.text(file) + " (format parquet)");
        }
        return new PeriodFiles(YearMonth.of(2026, 8), List.of(file));
    }

    private static Map<String, BigDecimal> sums(List<Path> files, List<String> keys, String cost) {
        String key = keys.stream()
                .map(each -> "coalesce(" + each + "::varchar, '')")
                .collect(Collectors.joining(" || ',' || "));
        return ask(files, key + ", sum(\"" + cost + "\")", " group by 1").stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, String.class),
                        row -> row.get(1, BigDecimal.class),
                        BigDecimal::add,
                        TreeMap::new));
    }

    private static Result<Record> ask(List<Path> files, String columns, String rest) {
        try (DuckDb duck = DuckDb.open(TestBill.limits(folder, 2))) {
            Statements.run(
                    duck.sql(),
                    "create table answer as select %s from read_parquet([%s])%s"
                            .formatted(
                                    columns,
                                    files.stream().map(Statements::text).collect(Collectors.joining(", ")),
                                    rest));
            return duck.sql().fetch("from answer");
        }
    }

    private static Map<String, BigDecimal> report(PeriodFiles bill, String keys, Metric metric, AllocationRules rules) {
        List<ReportKey> asked = Arrays.stream(keys.split(","))
                .map(each -> ReportKey.of(each).orElseThrow())
                .toList();
        Map<String, BigDecimal> sums = new TreeMap<>();
        new DuckDbChargeScan(TestBill.limits(folder, 2))
                .report(
                        List.of(bill),
                        new CostQuestion(asked, metric),
                        rules,
                        row -> sums.merge(String.join(",", row.keys()), row.cost(), BigDecimal::add));
        return sums;
    }
}
