package dev.comanda.cost.scan.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.allocation.yaml.RulesReader;
import dev.comanda.cost.charge.ChargeLine;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostQuestion.Days;
import dev.comanda.cost.charge.CostQuestion.Filter;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.duckdb.BillSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of a number are those that it is made of. */
class ChargeLinesTest {

    private static final int ALL = 1_000_000;
    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    private static final AllocationRules RULES = RulesReader.read(
            "the test's rules",
            """
            version: 1
            rules:
              - name: Taxes
                when: {charge_type: Tax}
                shared: even
              - name: Namespaces
                team: ${namespace}
              - name: Tags
                team: ${tag:team}
            """);

    @TempDir
    private static Path folder;

    private static PeriodFiles bill = new PeriodFiles(MONTH, List.of());

    @BeforeAll
    static void simulateABill() throws IOException {
        Path export = folder.resolve("export");
        new BillSimulator(ScanLimits.standard(folder.resolve("spill")))
                .write(SimulatedBill.of(MONTH, 1, 10_000, 3), export);
        try (Stream<Path> files = Files.walk(export)) {
            bill = new PeriodFiles(
                    MONTH,
                    files.filter(each -> each.toString().endsWith(".parquet"))
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rule, 1, AMORTIZED",
        "rule, 2, UNBLENDED",
        "rule, 3, LIST",
        "rule, idle, AMORTIZED",
        "namespace, unallocated, NET_AMORTIZED",
        "service, AmazonEC2, AMORTIZED",
        "usage_type, SAE1-BoxUsage:m5.xlarge, AMORTIZED",
        "tag:team, '', UNBLENDED"
    })
    void linesAddUpToTheCostThatAReportSays(String key, String value, Metric metric) {
        CostQuestion question = new CostQuestion(
                List.of(), metric, List.of(new Filter(ReportKey.of(key).orElseThrow(), value)));
        List<ChargeLine> lines = lines(question, ALL);

        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().map(ChargeLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(reported(question));
    }

    @Test
    void theLargestComeFirstWithTheirPlaces() {
        CostQuestion question = new CostQuestion(List.of(), Metric.UNBLENDED);
        List<ChargeLine> lines = lines(question, 20);

        assertThat(lines).hasSize(20).isEqualTo(lines(question, 20));
        assertThat(lines)
                .extracting(line -> line.cost().abs())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.place().file()).endsWith(".parquet");
            assertThat(line.place().row()).isNotNegative();
            assertThat(line.place().line()).isNotEmpty();
        });
    }

    @Test
    void onlyTheDaysThatAreAskedForHaveLines() {
        LocalDate day = LocalDate.of(2026, 10, 7);
        CostQuestion question =
                new CostQuestion(List.of(), Metric.AMORTIZED, List.of(), new Days(day, day.plusDays(1)));
        List<ChargeLine> lines = lines(question, ALL);

        assertThat(lines).extracting(ChargeLine::date).containsOnly(day, day.plusDays(1));
        assertThat(lines.stream().map(ChargeLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(reported(question));
    }

    @Test
    void aPodsPartOfALineIsOfItsNamespace() {
        List<ChargeLine> lines =
                lines(new CostQuestion(List.of(), Metric.AMORTIZED, List.of(new Filter(Column.RULE, "2"))), 5);
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.values().get(ChargeLine.KEYS.indexOf(Column.NAMESPACE)))
                    .isNotIn("", "idle", "unallocated");
            assertThat(line.values().get(ChargeLine.KEYS.indexOf(Column.CLUSTER)))
                    .isNotEmpty();
        });
    }

    private static List<ChargeLine> lines(CostQuestion question, int limit) {
        return new DuckDbChargeLines(ScanLimits.standard(folder.resolve("spill")))
                .largest(bill, question, RULES, limit);
    }

    private static BigDecimal reported(CostQuestion question) {
        List<CostRow> rows = new ArrayList<>();
        new DuckDbChargeScan(ScanLimits.standard(folder.resolve("spill")))
                .report(List.of(bill), question, RULES, rows::add);
        return rows.stream().map(CostRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
