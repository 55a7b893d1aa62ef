package dev.comanda.ops.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;

/**
 * A night's cases in numbers.
 *
 * @param opened by the night
 * @param closed by the night, or by people since the night before
 * @param closedAutomatically those of them that no person touched, and that were never reopened
 * @param open at the end of the night, waiting ones among them
 * @param resolvedByReconciliation how many breaks a policy resolved, by the reconciliation's name
 */
public record CaseTally(
        long opened,
        long closed,
        long closedAutomatically,
        long open,
        SortedMap<String, Long> resolvedByReconciliation) {

    private static final int DECIMALS = 3;

    /** Cases closed without a person by all cases closed, to 3 decimals; 0 where none was closed. */
    public BigDecimal automationRate() {
        return rate(closedAutomatically, closed);
    }

    static BigDecimal rate(long automatically, long closed) {
        return closed == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : BigDecimal.valueOf(automatically)
                        .divide(BigDecimal.valueOf(closed), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
