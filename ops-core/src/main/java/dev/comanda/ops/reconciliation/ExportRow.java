package dev.comanda.ops.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the export of a reconciliation (CONTRACTS section 6). Text that does not apply is empty.
 *
 * @param leftRefs references sorted as text and joined by {@code |}
 * @param leftAmount signed, in {@code currency}, with its decimals; null where there is no such side
 */
public record ExportRow(
        String reconciliation,
        LocalDate businessDate,
        String status,
        String type,
        String rule,
        String leftRefs,
        String rightRefs,
        @Nullable BigDecimal leftAmount,
        @Nullable BigDecimal rightAmount,
        String currency,
        String resolution) {

    /** Left less right, a missing side being zero; null where there is neither. */
    public @Nullable BigDecimal difference() {
        if (leftAmount == null) {
            return rightAmount == null ? null : rightAmount.negate();
        }
        return rightAmount == null ? leftAmount : leftAmount.subtract(rightAmount);
    }
}
