package dev.comanda.cost.charge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rounds the rows of a report to 12 digits so that they add up to what they added up to before: each row is the difference of two rounded
 * running sums, and so never more than 10^-12 away from what it was. Rows of 12 digits stay as they are.
 */
public final class RoundedRows {

    private static final int SCALE = 12;

    private record Running(BigDecimal exact, BigDecimal rounded) {}

    private final Map<String, Running> byCurrency = new HashMap<>();
    private final Consumer<CostRow> rows;

    public RoundedRows(Consumer<CostRow> rows) {
        this.rows = rows;
    }

    /** Takes the rows in the order of the report. */
    public void accept(List<String> keys, BigDecimal cost, String currency) {
        Running before = byCurrency.getOrDefault(currency, new Running(BigDecimal.ZERO, BigDecimal.ZERO));
        BigDecimal exact = before.exact().add(cost);
        BigDecimal rounded = exact.setScale(SCALE, RoundingMode.HALF_EVEN);
        byCurrency.put(currency, new Running(exact, rounded));
        rows.accept(new CostRow(keys, rounded.subtract(before.rounded()).setScale(SCALE), currency));
    }
}
