package dev.comanda.web.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.web.costs.CostChart.Bar;
import dev.comanda.web.costs.CostChart.Line;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is what the rows say. */
class CostChartTest {

    @Test
    void theLargestHaveSeriesAndWhatNobodyOwnsAlways() {
        List<CostRow> rows = new ArrayList<>();
        for (int team = 1; team <= 9; team++) {
            rows.add(row("2026-11-01", "team" + team, String.valueOf(team)));
        }
        rows.add(row("2026-11-01", "unallocated", "0.01"));
        rows.add(row("2026-11-02", "idle", "0.02"));

        DailyCosts costs = DailyCosts.of(rows).get(0);
        assertThat(costs.series())
                .extracting(DailyCosts.Series::value)
                .containsExactly("team9", "team8", "team7", "team6", "team5", "team4", null, "idle", "unallocated");
        assertThat(costs.times().get(0).costs().get(6)).isEqualByComparingTo("6");
        assertThat(costs.times()).extracting(DailyCosts.Time::name).containsExactly("2026-11-01", "2026-11-02");
    }

    @Test
    void currenciesAreNeverAddedUp() {
        List<DailyCosts> costs = DailyCosts.of(
                List.of(row("2026-11-01", "a", "1"), new CostRow(List.of("2026-11-01", "a"), BigDecimal.TEN, "BRL")));
        assertThat(costs).extracting(DailyCosts::currency).containsExactly("BRL", "USD");
        assertThat(costs).allSatisfy(each -> assertThat(each.times()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void barsStackUpToTheCostOfTheirDayWithinTheDrawing(long seed) {
        Random random = new Random(seed);
        List<CostRow> rows = new ArrayList<>();
        for (int day = 1; day <= 1 + random.nextInt(31); day++) {
            for (String team : List.of("a", "b", "unallocated")) {
                rows.add(row(
                        "2026-10-%02d".formatted(day),
                        team,
                        BigDecimal.valueOf(random.nextInt(200_000) - 50_000, random.nextInt(6))
                                .toPlainString()));
            }
        }
        DailyCosts costs = DailyCosts.of(rows).get(0);
        CostChart chart = CostChart.of(costs);
        BigDecimal perUnit = perUnit(chart.lines());
        for (Bar bar : chart.bars()) {
            BigDecimal cost =
                    costs.times().get(bar.time()).costs().get(bar.series()).abs();
            assertThat(new BigDecimal(bar.height()))
                    .isBetween(
                            cost.multiply(perUnit).subtract(new BigDecimal("0.02")),
                            cost.multiply(perUnit).add(new BigDecimal("0.02")));
            assertThat(new BigDecimal(bar.y())).isNotNegative();
            assertThat(new BigDecimal(bar.y()).add(new BigDecimal(bar.height())))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(CostChart.HEIGHT));
            assertThat(new BigDecimal(bar.x()).add(new BigDecimal(bar.width())))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(CostChart.WIDTH));
        }
        assertThat(chart.lines()).hasSizeBetween(2, 8);
        assertThat(chart.lines()).extracting(Line::amount).anyMatch(amount -> amount.signum() == 0);
        assertThat(chart.labels()).hasSizeLessThanOrEqualTo(10);
    }

    /** Units of the drawing per unit of money. */
    private static BigDecimal perUnit(List<Line> lines) {
        Line lowest = lines.stream().min(Comparator.comparing(Line::amount)).orElseThrow();
        Line highest = lines.stream().max(Comparator.comparing(Line::amount)).orElseThrow();
        return new BigDecimal(lowest.y())
                .subtract(new BigDecimal(highest.y()))
                .divide(highest.amount().subtract(lowest.amount()), MathContext.DECIMAL64);
    }

    @Test
    void aDayWithoutCostIsDrawnAsNothing() {
        CostChart chart =
                CostChart.of(DailyCosts.of(List.of(row("2026-11-01", "a", "0"))).get(0));
        assertThat(chart.bars()).isEmpty();
        assertThat(chart.lines()).hasSize(1);
    }

    private static CostRow row(String time, String value, String cost) {
        return new CostRow(List.of(time, value), new BigDecimal(cost), "USD");
    }
}
