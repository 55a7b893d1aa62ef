package dev.comanda.cost.report;

import dev.comanda.cost.allocation.Owner;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.report.CostBreakdown.Amount;
import dev.comanda.cost.report.CostBreakdown.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of most cost out of any number, with those that nobody owns, and adds up the others. */
final class LargestRows {

    private static final BigDecimal ZERO = new BigDecimal("0.000000000000");
    private static final List<String> NOBODYS = List.of(Owner.UNALLOCATED, Owner.IDLE);

    private static final int MOST_NOBODYS = 100;

    private static final Comparator<CostRow> BY_SIZE =
            Comparator.comparing(row -> row.cost().abs());

    private final int most;
    private final PriorityQueue<CostRow> largest = new PriorityQueue<>(BY_SIZE);
    private final List<CostRow> nobodys = new ArrayList<>();
    private BigDecimal others = ZERO;
    private long otherRows;

    private @Nullable Map<List<String>, BigDecimal> before;
    private BigDecimal othersBefore = ZERO;

    LargestRows(int most) {
        this.most = most;
    }

    void add(CostRow row) {
        if (row.keys().stream().anyMatch(NOBODYS::contains) && nobodys.size() < MOST_NOBODYS) {
            nobodys.add(row);
            return;
        }
        largest.add(row);
        if (largest.size() > most) {
            others = others.add(largest.remove().cost());
            otherRows++;
        }
    }

    void startComparison() {
        Map<List<String>, BigDecimal> shown = new HashMap<>();
        nobodys.forEach(each -> shown.put(each.keys(), ZERO));
        largest.forEach(each -> shown.put(each.keys(), ZERO));
        before = shown;
    }

    void forgetComparison() {
        before = null;
    }

    /** A row that is gone is shown while all rows of now are; else it is among the others, as it may be one of them. */
    void addBefore(CostRow row) {
        if (before == null) {
            return;
        }
        boolean isShown = before.containsKey(row.keys()) || (otherRows == 0 && before.size() < most);
        if (isShown) {
            before.merge(row.keys(), row.cost(), BigDecimal::add);
        } else {
            othersBefore = othersBefore.add(row.cost());
        }
    }

    CostBreakdown breakdown(String currency) {
        Map<List<String>, BigDecimal> costs = new HashMap<>();
        nobodys.forEach(each -> costs.put(each.keys(), each.cost()));
        largest.forEach(each -> costs.put(each.keys(), each.cost()));
        if (before != null) {
            before.keySet().forEach(each -> costs.putIfAbsent(each, ZERO));
        }
        List<Row> rows = new ArrayList<>();
        costs.forEach((values, cost) ->
                rows.add(new Row(values, new Amount(cost, before == null ? null : before.getOrDefault(values, ZERO)))));
        rows.sort(Comparator.comparing((Row row) -> row.amount().cost())
                .reversed()
                .thenComparing(row -> String.join("\0", row.values())));
        Amount rest = new Amount(others, before == null ? null : othersBefore);
        Amount total = rows.stream().map(Row::amount).reduce(rest, Amount::plus);
        return new CostBreakdown(currency, rows, rest, otherRows, total);
    }
}
