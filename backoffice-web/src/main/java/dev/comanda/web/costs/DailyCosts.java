package dev.comanda.web.costs;

import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.charge.CostRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Costs over time, in one currency: what the chart draws and the table beside it says.
 *
 * @param currency as ISO 4217 has it
 * @param series the largest first; then the others in one, and what nobody owns
 * @param times days or months, in their order
 */
record DailyCosts(String currency, List<Series> series, List<Time> times) {

    private static final BigDecimal ZERO = new BigDecimal("0.000000000000");
    private static final int MOST_SERIES = 6;
    private static final List<String> NOBODYS = List.of(Owner.IDLE, Owner.UNALLOCATED);

    /** @param value what it is the cost of; null for all others together */
    record Series(@Nullable String value, String look) {}

    /** @param costs in the order of the series */
    record Time(String name, List<BigDecimal> costs) {

        public BigDecimal total() {
            return costs.stream().reduce(ZERO, BigDecimal::add);
        }
    }

    /**
     * One per currency.
     *
     * @param rows of which the first key is the time, and the second, if there is one, what it is the cost of
     */
    static List<DailyCosts> of(Collection<CostRow> rows) {
        Map<String, List<CostRow>> byCurrency = new TreeMap<>();
        rows.forEach(each -> byCurrency
                .computeIfAbsent(each.currency(), currency -> new ArrayList<>())
                .add(each));
        return byCurrency.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static DailyCosts of(String currency, List<CostRow> rows) {
        Map<String, BigDecimal> sizes = new HashMap<>();
        rows.forEach(each -> sizes.merge(value(each), each.cost().abs(), BigDecimal::add));
        List<String> largest = sizes.entrySet().stream()
                .filter(each -> !NOBODYS.contains(each.getKey()))
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SERIES)
                .map(Map.Entry::getKey)
                .toList();
        List<Series> series = new ArrayList<>();
        largest.forEach(each -> series.add(new Series(each, "s" + series.size())));
        List<String> nobodys = NOBODYS.stream().filter(sizes::containsKey).toList();
        if (sizes.size() > largest.size() + nobodys.size()) {
            series.add(new Series(null, "others"));
        }
        nobodys.forEach(each -> series.add(new Series(each, each)));
        return new DailyCosts(currency, series, times(rows, series));
    }

    private static String value(CostRow row) {
        return row.keys().size() > 1 ? row.keys().get(1) : "";
    }

    private static List<Time> times(List<CostRow> rows, List<Series> series) {
        Map<String, BigDecimal[]> byTime = new TreeMap<>();
        for (CostRow row : rows) {
            BigDecimal[] costs = byTime.computeIfAbsent(row.keys().get(0), time -> zeros(series.size()));
            int at = indexOf(value(row), series);
            costs[at] = costs[at].add(row.cost());
        }
        return byTime.entrySet().stream()
                .map(each -> new Time(each.getKey(), List.of(each.getValue())))
                .toList();
    }

    private static BigDecimal[] zeros(int size) {
        BigDecimal[] zeros = new BigDecimal[size];
        Arrays.fill(zeros, ZERO);
        return zeros;
    }

    private static int indexOf(String value, List<Series> series) {
        int others = 0;
        for (int each = 0; each < series.size(); each++) {
            String named = series.get(each).value();
            if (value.equals(named)) {
                return each;
            }
            others = named == null ? each : others;
        }
        return others;
    }
}
