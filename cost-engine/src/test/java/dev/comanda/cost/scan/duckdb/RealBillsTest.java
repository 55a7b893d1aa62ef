package dev.comanda.cost.scan.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.cost.allocation.yaml.RulesFiles;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bills that AWS wrote, and the worked examples of FOCUS. */
class RealBillsTest {

    private static final Path DATA = Path.of(System.getProperty("comanda.shared", "../../shared"), "data", "cost");
    private static final BigDecimal LOST_IN_ROUNDING = new BigDecimal("0.00001");

    @TempDir
    private static Path spill;

    private DuckDbChargeScan scan;

    @BeforeEach
    void begin() {
        assumeTrue(Files.isDirectory(DATA), "the real bills are not beside the project");
        scan = new DuckDbChargeScan(new ScanLimits(2, 512, spill));
    }

    @ParameterizedTest
    @CsvSource({
        "Oct2018-WorkshopCUR-00001.snappy.parquet, 2018-10, 119307, 4064.483131537900, 4195.957109317900",
        "Nov2018-WorkshopCUR-00001.snappy.parquet, 2018-11, 124340, 3505.326968126800, 3632.559846496800"
    })
    void aRealMonthAddsUpToItsGoldenSums(
            String file, YearMonth period, long rows, BigDecimal unblended, BigDecimal amortized) {
        Totals totals = scan.totals(bill("cur-legacy/" + file, period));

        assertThat(totals.rows()).isEqualTo(rows);
        assertThat(totals.unblended()).isEqualByComparingTo(unblended);
        assertThat(totals.amortized()).isEqualByComparingTo(amortized);
        assertThat(totals.residue().abs()).isLessThan(LOST_IN_ROUNDING);
        assertThat(totals.currency()).isEqualTo("USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service",
                "date",
                "account,region,usage_type",
                "resource",
                "charge_type,cluster,namespace",
                "tag:Name"
            })
    void groupedByAnythingTheRowsAddUpToTheTotal(String keys) {
        PeriodFiles bill = bill("cur-legacy/Oct2018-WorkshopCUR-00001.snappy.parquet", YearMonth.of(2018, 10));
        Totals totals = scan.totals(bill);

        assertThat(sum(bill, keys, Metric.UNBLENDED)).isEqualByComparingTo(totals.unblended());
        assertThat(sum(bill, keys, Metric.AMORTIZED)).isEqualByComparingTo(totals.amortized());
        assertThat(sum(bill, keys, Metric.LIST)).isEqualByComparingTo(totals.list());
    }

    @Test
    void theCsvOfALegacyReportIsRead() {
        Totals totals = scan.totals(bill("cur-legacy/sample-anonymous-aws-export-dataset.csv", YearMonth.of(2023, 11)));

        assertThat(totals.rows()).isEqualTo(1281);
        assertThat(totals.unblended()).isEqualByComparingTo("1.682308697400");
        assertThat(totals.residue()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void aSampleOfFocusIsReadWithItsOddities() {
        PeriodFiles bill = bill("focus/focus-1.0-real-anonymised/focus_sample.csv", YearMonth.of(2024, 9));
        Totals totals = scan.totals(bill);

        assertThat(totals.rows()).isEqualTo(1000);
        assertThat(sum(bill, "service,region", Metric.UNBLENDED)).isEqualByComparingTo(totals.unblended());
        assertThat(totals.residue()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "commitment_discount_usage_scenario_3, 0.00, 1.00",
        "commitment_discount_usage_scenario_4, 0.50, 1.50",
        "commitment_discount_purchase_scenario_1, 8760.00, 0.00"
    })
    void aWorkedExampleOfFocusHasItsBilledAndEffectiveCost(String example, BigDecimal billed, BigDecimal effective) {
        Totals totals = scan.totals(
                bill("focus/spec-examples/commitment_discount_scenarios/" + example + ".csv", YearMonth.of(2023, 1)));

        assertThat(totals.unblended()).isEqualByComparingTo(billed);
        assertThat(totals.amortized()).isEqualByComparingTo(effective);
    }

    @Test
    void aBillOfAnotherMonthIsRefusedWithASentence() {
        assertThatThrownBy(() -> scan.totals(
                        bill("cur-legacy/Oct2018-WorkshopCUR-00001.snappy.parquet", YearMonth.of(2018, 11))))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessage(
                        "period 2018-11: the delivery has no row of it, its rows are of 2018-10; give the period that they bill");
    }

    @Test
    void aCsvWhoseLinesAreTooShortIsRefusedWithTheLine() {
        assertThatThrownBy(() -> scan.totals(bill("cur-legacy/test_cur.csv", YearMonth.of(2018, 6))))
                .isInstanceOf(UnreadableBillException.class)
                .hasMessageStartingWith("period 2018-06: test_cur.csv cannot be read: ")
                .hasMessageContaining("Line: 2");
    }

    private BigDecimal sum(PeriodFiles bill, String keys, Metric metric) {
        List<ReportKey> by = Arrays.stream(keys.split(","))
                .map(each -> ReportKey.of(each).orElseThrow())
                .toList();
        List<CostRow> rows = new ArrayList<>();
        scan.report(List.of(bill), new CostQuestion(by, metric), RulesFiles.shipped(), rows::add);
        assertThat(rows).isNotEmpty();
        return rows.stream().map(CostRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PeriodFiles bill(String file, YearMonth period) {
        return new PeriodFiles(period, List.of(DATA.resolve(file)));
    }
}
