package dev.comanda.cost.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was taken over, with what became of it.
 *
 * @param delivery what it is and adds up to; its rules are those it was allocated by last
 * @param manifest the place of its commit mark; null for bare files, and for what was imported before it was kept
 * @param files how many files it was made of
 * @param shown whether it is the one that is shown of its period
 * @param lastUsage the last day, in UTC, that has usage; null where it has none, and for what is shown no more
 * @param restatedRows rows of account, service and day that it changed of the delivery before it
 * @param restated their sum: amortised, new less old, in the bill's currency
 * @param provenMetrics for how many metrics it was proven that its owners have all of the bill
 * @param unproven what is missing over all metrics, without sign; 0, as the database takes nothing else
 */
public record ImportedDelivery(
        PublishedDelivery delivery,
        @Nullable String manifest,
        int files,
        boolean shown,
        @Nullable LocalDate lastUsage,
        long restatedRows,
        BigDecimal restated,
        int provenMetrics,
        BigDecimal unproven) {

    /** Whether allocated, shared, idle and unallocated cost are the bill, whatever it is measured by. */
    public boolean proven() {
        return provenMetrics > 0 && unproven.signum() == 0;
    }
}
