package dev.comanda.ops.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What one reconciliation published for one date. */
public record ReconciliationDay(
        Reconciliation reconciliation,
        Instant publishedAt,
        Side left,
        Side right,
        long matchedGroups,
        List<OpenBreaks> breaks) {

    /** One side's items, and how they stand: items = matched + inTransit + inBreaks. */
    public record Side(long items, long matched, long inTransit, long inBreaks, List<Amount> amounts) {}

    /** A sum in one currency, signed: money towards us is positive. */
    public record Amount(BigDecimal value, String currency) {}

    /**
     * The breaks of one type and currency that are open at the date's end.
     *
     * @param currency empty where the type has no amounts
     * @param difference the left sum less the right one, a missing side being 0
     */
    public record OpenBreaks(
            String type, long count, String currency, BigDecimal left, BigDecimal right, BigDecimal difference) {}

    /** How many breaks of all types are open. */
    public long breakCount() {
        return breaks.stream().mapToLong(OpenBreaks::count).sum();
    }
}
