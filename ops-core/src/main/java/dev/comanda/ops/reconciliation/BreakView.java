package dev.comanda.ops.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A break as people see it.
 *
 * @param left what our side says; absent where there is no such side. Money towards us is positive.
 * @param resolution the action that closed its case, while it stands; it can still be ended by a match
 * @param caseId the case that is about it; absent until a night has decided
 * @param references what the break's items are called: business ids, and {@code path#record} for records of files
 */
public record BreakView(
        long id,
        Reconciliation reconciliation,
        String type,
        LocalDate raisedOn,
        @Nullable LocalDate endedOn,
        @Nullable String currency,
        @Nullable BigDecimal left,
        @Nullable BigDecimal right,
        @Nullable String resolution,
        @Nullable UUID caseId,
        List<String> references) {

    /** The left amount less the right one, a missing side being 0; absent where there are no amounts at all. */
    public @Nullable BigDecimal difference() {
        if (left == null && right == null) {
            return null;
        }
        return orZero(left).subtract(orZero(right));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
