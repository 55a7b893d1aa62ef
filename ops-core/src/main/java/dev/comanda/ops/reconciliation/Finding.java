package dev.comanda.ops.reconciliation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A breach of a law.
 *
 * @param ref the business id of the event
 * @param expected what the law's formula gives
 * @param actual what the event says
 */
public record Finding(
        String law,
        String ref,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal actual,
        @Nullable String currency) {}
