package dev.comanda.ops.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A left item that waited for its right when the platform took over: what its reconciliation needs to match it, and no more.
 *
 * @param line where the row stands in its file
 * @param reconciliation the only one in which it is an item
 * @param id the paymentId, the reference of the PSP's payout, the payoutId, the orderId or the deliveryId
 * @param amount as the events and files write it: money to a party positive too; null in the accrual reconciliations
 * @param partyId the restaurant or courier
 */
public record OutstandingItem(
        long line,
        Reconciliation reconciliation,
        String id,
        LocalDate businessDate,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String psp,
        @Nullable String pspReference,
        @Nullable String merchantReference,
        @Nullable String bankReference,
        @Nullable String orderId,
        @Nullable String partyId) {}
