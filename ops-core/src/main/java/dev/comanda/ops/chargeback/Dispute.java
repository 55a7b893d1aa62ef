package dev.comanda.ops.chargeback;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a customer's bank took back.
 *
 * @param pspReference the PSP's name of the payment
 * @param scheme the card scheme, {@code pix}, or {@link Deadlines#OTHERS}
 * @param amount what was taken, positive, in {@code currency}
 * @param respondBy the last day on which it can be contested
 */
public record Dispute(
        UUID caseId,
        String psp,
        @Nullable String pspReference,
        String scheme,
        BigDecimal amount,
        String currency,
        LocalDate chargedBackOn,
        LocalDate respondBy,
        DisputeState state,
        @Nullable Instant contestedAt,
        @Nullable String contestedBy) {}
