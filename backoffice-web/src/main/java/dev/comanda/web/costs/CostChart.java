package dev.comanda.web.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Stacked bars, one per day or month, in a drawing of {@link #WIDTH} by {@link #HEIGHT}; what is given back hangs below the line of zero.
 *
 * @param bars in the order of the times, and of the series from the line of zero on
 * @param lines at round amounts
 */
record CostChart(List<Bar> bars, List<Line> lines, List<Label> labels) {

    static final int WIDTH = 960;
    static final int HEIGHT = 260;

    private static final int TOP = 8;
    private static final int BOTTOM = 24;
    private static final int LEFT = 88;
    private static final int MOST_LABELS = 10;
    private static final int LINES = 4;

    /**
     * A part of a bar.
     *
     * @param look of its series
     * @param series its number
     * @param time its number
     */
    record Bar(String x, String y, String width, String height, String look, int series, int time) {}

    record Line(String y, BigDecimal amount) {}

    record Label(String x, String text) {}

    static CostChart of(DailyCosts costs) {
        return new Drawing(costs).chart();
    }

    /** The scale of one drawing. */
    private static final class Drawing {

        private final DailyCosts costs;
        private final BigDecimal step;
        private final BigDecimal highest;
        private final BigDecimal lowest;

        private Drawing(DailyCosts costs) {
            this.costs = costs;
            BigDecimal most = BigDecimal.ZERO;
            BigDecimal least = BigDecimal.ZERO;
            for (DailyCosts.Time time : costs.times()) {
                most = most.max(sum(time, 1));
                least = least.min(sum(time, -1));
            }
            step = roundStep(most.subtract(least));
            highest = most.divide(step, 0, RoundingMode.CEILING).multiply(step);
            lowest = least.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        }

        private static BigDecimal sum(DailyCosts.Time time, int sign) {
            return time.costs().stream().filter(each -> each.signum() == sign).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** 1, 2 or 5 times a power of ten, so that there are about four lines. */
        private static BigDecimal roundStep(BigDecimal range) {
            if (range.signum() == 0) {
                return BigDecimal.ONE;
            }
            BigDecimal wanted = range.divide(BigDecimal.valueOf(LINES), 12, RoundingMode.CEILING);
            BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
            for (int factor : new int[] {1, 2, 5}) {
                BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
                if (step.compareTo(wanted) >= 0) {
                    return step;
                }
            }
            return power.multiply(BigDecimal.TEN);
        }

        private CostChart chart() {
            List<Line> lines = new ArrayList<>();
            for (BigDecimal at = lowest; at.compareTo(highest) <= 0; at = at.add(step)) {
                lines.add(new Line(y(at).toPlainString(), at));
            }
            List<Bar> bars = new ArrayList<>();
            List<Label> labels = new ArrayList<>();
            int every = (costs.times().size() + MOST_LABELS - 1) / MOST_LABELS;
            for (int time = 0; time < costs.times().size(); time++) {
                stack(time, bars);
                if (time % every == 0) {
                    BigDecimal middle = x(time).add(slot().divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_EVEN));
                    labels.add(new Label(
                            middle.toPlainString(), costs.times().get(time).name()));
                }
            }
            return new CostChart(bars, lines, labels);
        }

        private void stack(int time, List<Bar> bars) {
            BigDecimal above = BigDecimal.ZERO;
            BigDecimal below = BigDecimal.ZERO;
            for (int series = 0; series < costs.series().size(); series++) {
                BigDecimal cost = costs.times().get(time).costs().get(series);
                if (cost.signum() == 0) {
                    continue;
                }
                BigDecimal from = cost.signum() > 0 ? above : below;
                BigDecimal until = from.add(cost);
                if (cost.signum() > 0) {
                    above = until;
                } else {
                    below = until;
                }
                bars.add(bar(time, series, from.max(until), from.min(until)));
            }
        }

        private Bar bar(int time, int series, BigDecimal upper, BigDecimal lower) {
            BigDecimal gap = slot().multiply(new BigDecimal("0.15")).setScale(2, RoundingMode.HALF_EVEN);
            return new Bar(
                    x(time).add(gap).toPlainString(),
                    y(upper).toPlainString(),
                    slot().subtract(gap).subtract(gap).toPlainString(),
                    y(lower).subtract(y(upper)).toPlainString(),
                    costs.series().get(series).look(),
                    series,
                    time);
        }

        private BigDecimal slot() {
            return BigDecimal.valueOf((long) WIDTH - LEFT)
                    .divide(BigDecimal.valueOf(Math.max(1, costs.times().size())), 2, RoundingMode.DOWN);
        }

        private BigDecimal x(int time) {
            return slot().multiply(BigDecimal.valueOf(time)).add(BigDecimal.valueOf(LEFT));
        }

        private BigDecimal y(BigDecimal amount) {
            BigDecimal range = highest.subtract(lowest);
            BigDecimal drawn = range.signum() == 0 ? BigDecimal.ONE : range;
            return highest.subtract(amount)
                    .multiply(BigDecimal.valueOf((long) HEIGHT - TOP - BOTTOM))
                    .divide(drawn, 2, RoundingMode.HALF_EVEN)
                    .add(BigDecimal.valueOf(TOP));
        }
    }
}
