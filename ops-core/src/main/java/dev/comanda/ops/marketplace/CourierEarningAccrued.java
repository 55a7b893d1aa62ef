package dev.comanda.ops.marketplace;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A courier earned money: {@code courier.earning.accrued.v1}. Digits as written, at most 6 decimals, none negative.
 *
 * @param orderId null for what was earned without an order (a guarantee, a bonus)
 * @param distance the part that is paid for distance: money, not metres
 * @param total what the courier gets: base + distance + tip + incentive, if the law COURIER_TOTAL holds
 */
public record CourierEarningAccrued(
        String earningId,
        @Nullable String orderId,
        String courierId,
        String currency,
        BigDecimal base,
        BigDecimal distance,
        BigDecimal tip,
        BigDecimal incentive,
        BigDecimal total,
        Instant accruedAt)
        implements MarketplaceEvent {

    /** The São Paulo date of {@code accruedAt}. */
    public LocalDate businessDate() {
        return BusinessDate.of(accruedAt);
    }

    @Override
    public String type() {
        return "courier.earning.accrued.v1";
    }

    @Override
    public Instant occurredAt() {
        return accruedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("courier-earning", earningId);
    }
}
