package dev.comanda.ops.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * What a reconciliation published for a date, in numbers.
 *
 * @param left what stood to be matched on the left
 * @param breaks by type, those open at the end of the date
 */
public record Summary(
        Reconciliation reconciliation,
        Side left,
        Side right,
        long matchedGroups,
        long matchedLeft,
        long matchedRight,
        long inTransitLeft,
        long inTransitRight,
        long breakLeft,
        long breakRight,
        List<Breaks> breaks) {

    public Summary {
        breaks = List.copyOf(breaks);
    }

    /** @param amounts by currency; empty where a reconciliation compares none */
    public record Side(long items, SortedMap<String, BigDecimal> amounts) {}

    /** @param amounts the absolute difference of the breaks, by currency */
    public record Breaks(String type, long count, SortedMap<String, BigDecimal> amounts) {}

    /** Items less those matched, in transit and broken, over both sides: always zero. */
    public long unaccounted() {
        return left.items()
                - matchedLeft
                - inTransitLeft
                - breakLeft
                + right.items()
                - matchedRight
                - inTransitRight
                - breakRight;
    }
}
