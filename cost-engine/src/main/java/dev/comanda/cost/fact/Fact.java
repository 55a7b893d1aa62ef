package dev.comanda.cost.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a key cost on one day; 12 digits after the point, in the currency of the bill.
 *
 * @param key number of the key
 * @param date in UTC; null where the bill says none
 */
public record Fact(
        int key,
        @Nullable LocalDate date,
        BigDecimal unblended,
        BigDecimal amortized,
        BigDecimal netAmortized,
        BigDecimal list) {}
