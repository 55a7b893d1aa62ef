package dev.comanda.cost.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.report.CostBreakdown.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest rows with the rest beside them are always the whole. */
class LargestRowsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void rowsAndOthersAddUpToTheTotalToTheLastDigit(long seed) {
        Random random = new Random(seed);
        int most = 1 + random.nextInt(20);
        LargestRows largest = new LargestRows(most);
        List<CostRow> now = rows(random, 100);
        List<CostRow> before = rows(random, 100);
        now.forEach(largest::add);
        largest.startComparison();
        before.forEach(largest::addBefore);

        CostBreakdown breakdown = largest.breakdown("USD");
        assertThat(breakdown.total().cost()).isEqualTo(sum(now));
        assertThat(breakdown.total().before()).isEqualTo(sum(before));
        assertThat(breakdown.rows().stream()
                        .map(row -> row.amount().cost())
                        .reduce(breakdown.others().cost(), BigDecimal::add))
                .isEqualTo(sum(now));
        List<List<String>> shown = breakdown.rows().stream().map(Row::values).toList();
        List<CostRow> others =
                now.stream().filter(row -> !shown.contains(row.keys())).toList();
        assertThat(breakdown.otherRows()).isEqualTo(others.size()).isEqualTo(Math.max(0, now.size() - most));
        assertThat(sum(others)).isEqualTo(breakdown.others().cost());
    }

    private static List<CostRow> rows(Random random, int most) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(each -> row("r" + each, new BigDecimal(random.nextLong() % 1_000_000_000L).movePointLeft(12)))
                .toList();
    }

    private static CostRow row(String value, BigDecimal cost) {
        return new CostRow(List.of(value), cost.setScale(12), "USD");
    }

    private static BigDecimal sum(List<CostRow> rows) {
        return rows.stream().map(CostRow::cost).reduce(new BigDecimal("0.000000000000"), BigDecimal::add);
    }

    @Test
    void whatNobodyOwnsIsShownHoweverLittleItIs() {
        LargestRows largest = new LargestRows(1);
        largest.add(row("unallocated", new BigDecimal("0.000000000001")));
        largest.add(row("search", new BigDecimal("2")));
        largest.add(row("payments", new BigDecimal("3")));
        largest.add(row("idle", BigDecimal.ZERO));

        CostBreakdown breakdown = largest.breakdown("USD");
        assertThat(breakdown.rows())
                .extracting(row -> row.values().get(0))
                .containsExactly("payments", "unallocated", "idle");
        assertThat(breakdown.otherRows()).isOne();
    }

    @Test
    void whatCostSomethingOnlyBeforeIsARowToo() {
        LargestRows largest = new LargestRows(10);
        largest.add(row("search", BigDecimal.ONE));
        largest.startComparison();
        largest.addBefore(row("payments", BigDecimal.TEN));

        Row gone = largest.breakdown("USD").rows().get(1);
        assertThat(gone.values()).containsExactly("payments");
        assertThat(gone.amount().change()).isEqualByComparingTo("-10");
    }

    @Test
    void withoutAComparisonNothingIsKnownOfBefore() {
        LargestRows largest = new LargestRows(10);
        largest.add(row("search", BigDecimal.ONE));
        largest.startComparison();
        largest.forgetComparison();
        assertThat(largest.breakdown("USD").total().before()).isNull();
    }
}
