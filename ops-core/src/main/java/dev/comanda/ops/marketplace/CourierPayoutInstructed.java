package dev.comanda.ops.marketplace;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * We told the bank to pay a courier: {@code courier.payout.instructed.v1}.
 *
 * @param periodStart the first day of the period
 * @param periodEnd the day after the last day of the period
 * @param amount not negative, digits as written, at most 6 decimals
 * @param residual what of the accruals is not paid now; may be negative
 * @param bankReference the word by which the bank's entry names this payout
 */
public record CourierPayoutInstructed(
        String payoutId,
        String courierId,
        LocalDate periodStart,
        LocalDate periodEnd,
        String currency,
        BigDecimal amount,
        BigDecimal residual,
        String bankReference,
        Instant instructedAt)
        implements MarketplaceEvent {

    /** The São Paulo date of {@code instructedAt}. */
    public LocalDate businessDate() {
        return BusinessDate.of(instructedAt);
    }

    @Override
    public String type() {
        return "courier.payout.instructed.v1";
    }

    @Override
    public Instant occurredAt() {
        return instructedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("payout", payoutId);
    }
}
