package dev.comanda.cost.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A total in one currency and the rows of most cost that it is made of; amounts have 12 digits after the point.
 *
 * @param currency as ISO 4217 has it
 * @param rows the largest first
 * @param others what the other rows come to
 * @param otherRows how many of them there are, those that cost something only before left out
 * @param total of the rows and the others, exactly
 */
public record CostBreakdown(String currency, List<Row> rows, Amount others, long otherRows, Amount total) {

    public CostBreakdown {
        rows = List.copyOf(rows);
    }

    /**
     * A cost and what it was before.
     *
     * @param before null where nothing is known of before
     */
    public record Amount(BigDecimal cost, @Nullable BigDecimal before) {

        /** How much more it is; null where nothing is known of before. */
        public @Nullable BigDecimal change() {
            return before == null ? null : cost.subtract(before);
        }

        Amount plus(Amount other) {
            return new Amount(
                    cost.add(other.cost()),
                    before == null || other.before() == null ? null : before.add(other.before()));
        }
    }

    /** @param values of the keys, in their order; empty where the bill says none */
    public record Row(List<String> values, Amount amount) {

        public Row {
            values = List.copyOf(values);
        }
    }
}
