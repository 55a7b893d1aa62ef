package dev.comanda.cost.scan.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.Deliveries.Found;
import dev.comanda.cost.bill.Delivery;
import dev.comanda.cost.bill.storage.FolderDeliveries;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of the examples gives the reports that the examples say. */
class ExampleBillTest {

    private static final Path BILL = Path.of(System.getProperty("comanda.shared", "../../shared"), "examples", "bill");

    @TempDir
    private static Path spill;

    private DuckDbChargeScan scan;

    @BeforeEach
    void begin() {
        assumeTrue(Files.isDirectory(BILL), "the examples are not beside the project");
        scan = new DuckDbChargeScan(new ScanLimits(2, 512, spill));
    }

    /** One that is skipped where there are none: a test without a row would fail. */
    static Stream<String> reports() throws IOException {
        return Files.isDirectory(BILL)
                ? Files.readAllLines(BILL.resolve("reports.tsv")).stream()
                : Stream.of("no examples");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportIsTheOneExpected(String report) throws IOException {
        assertReport(report, bills("export"), BILL.resolve("expected"));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void afterARestatementAReportIsTheOneExpected(String report) throws IOException {
        assertReport(report, restated(), BILL.resolve("expected/restated"));
    }

    private void assertReport(String report, List<PeriodFiles> bills, Path expected) throws IOException {
        String[] columns = report.split("\t");
        List<YearMonth> periods =
                Arrays.stream(columns[1].split("\\.\\.")).map(YearMonth::parse).toList();
        YearMonth last = periods.get(periods.size() - 1);
        List<PeriodFiles> asked = bills.stream()
                .filter(each -> !each.period().isBefore(periods.get(0))
                        && !each.period().isAfter(last))
                .toList();
        List<ReportKey> keys = Arrays.stream(columns[2].split(","))
                .map(code -> ReportKey.of(code).orElseThrow())
                .toList();
        List<CostRow> rows = new ArrayList<>();
        scan.report(
                asked, new CostQuestion(keys, Metric.of(columns[3]).orElseThrow()), RulesFiles.shipped(), rows::add);

        assertThat(csv(keys.stream().map(ReportKey::code).toList(), rows))
                .isEqualTo(Files.readString(expected.resolve(columns[0])).replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @EnumSource
    void dividedAmongPodsEveryMetricStillAddsUpToTheTotal(Metric metric) {
        for (PeriodFiles bill : bills("export")) {
            List<CostRow> divided = new ArrayList<>();
            scan.report(
                    List.of(bill),
                    new CostQuestion(
                            List.of(Column.CHARGE_TYPE, Column.CLUSTER, Column.NAMESPACE, Column.WORKLOAD), metric),
                    RulesFiles.shipped(),
                    divided::add);
            List<CostRow> whole = new ArrayList<>();
            scan.report(
                    List.of(bill),
                    new CostQuestion(List.of(Column.CHARGE_TYPE), metric),
                    RulesFiles.shipped(),
                    whole::add);

            assertThat(sums(divided)).isEqualTo(sums(whole));
            assertThat(divided).anyMatch(row -> row.keys().contains("idle"));
        }
    }

    private static Map<String, BigDecimal> sums(List<CostRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> row.keys().get(0), CostRow::cost, BigDecimal::add, TreeMap::new));
    }

    @Test
    void theTotalsAreThoseExpectedAndTheIdentityHolds() throws IOException {
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(BILL.resolve("expected/import.json")));
        for (int each = 0; each < 2; each++) {
            Totals totals = scan.totals(bills("export").get(each));
            JsonNode row = expected.get(each);
            assertThat(totals.rows()).isEqualTo(row.get("rows").asLong());
            assertThat(totals.unblended())
                    .isEqualByComparingTo(row.get("unblended").asString());
            assertThat(totals.amortized())
                    .isEqualByComparingTo(row.get("amortized").asString());
            assertThat(totals.netAmortized())
                    .isEqualByComparingTo(row.get("net_amortized").asString());
            assertThat(totals.trueUp()).isEqualByComparingTo(row.get("true_up").asString());
            assertThat(totals.upfrontFees())
                    .isEqualByComparingTo(row.get("upfront_fees").asString());
            assertThat(totals.residue()).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @Test
    void aRestatementSaysWhatChangedByAccountServiceAndDay() throws IOException {
        List<CostRow> rows = new ArrayList<>();
        scan.restatement(bills("export").get(0), bills("restated").get(0), rows::add);

        assertThat(csv(List.of("account", "service", "date"), rows))
                .isEqualTo(Files.readString(BILL.resolve("expected/restatement.csv"))
                        .replace("\r\n", "\n"));
    }

    private static String csv(List<String> keys, List<CostRow> rows) throws IOException {
        StringWriter text = new StringWriter();
        CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
        List<String> header = new ArrayList<>(keys);
        header.addAll(List.of("cost", "currency"));
        printer.printRecord(header);
        for (CostRow row : rows) {
            List<@Nullable String> cells = new ArrayList<>();
            row.keys().forEach(key -> cells.add(key.isEmpty() ? null : key));
            cells.add(row.cost().toPlainString());
            cells.add(row.currency());
            printer.printRecord(cells);
        }
        return text.toString();
    }

    private static List<PeriodFiles> bills(String folder) {
        return new FolderDeliveries(BILL.resolve(folder))
                .find(null).stream()
                        .map(found -> ((Found.Whole) found).delivery())
                        .map(ExampleBillTest::files)
                        .toList();
    }

    private static List<PeriodFiles> restated() {
        return List.of(bills("restated").get(0), bills("export").get(1));
    }

    private static PeriodFiles files(Delivery delivery) {
        return new PeriodFiles(
                delivery.period(),
                delivery.files().stream().map(file -> Path.of(file.place())).toList());
    }
}
