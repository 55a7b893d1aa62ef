package dev.comanda.ops.marketplace;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A restaurant earned money by an order: {@code restaurant.earning.accrued.v1}. Digits as written, at most 6 decimals.
 *
 * @param commissionRate a fraction: 0.23 is 23 %
 * @param adjustments may be negative; nothing else may
 * @param net what the restaurant gets: base - commission - paymentFee + adjustments, if the law RESTAURANT_NET holds
 */
public record RestaurantEarningAccrued(
        String accrualId,
        String orderId,
        String restaurantId,
        String currency,
        BigDecimal base,
        BigDecimal commissionRate,
        BigDecimal commission,
        BigDecimal paymentFee,
        BigDecimal adjustments,
        BigDecimal net,
        Instant accruedAt)
        implements MarketplaceEvent {

    /** The São Paulo date of {@code accruedAt}. */
    public LocalDate businessDate() {
        return BusinessDate.of(accruedAt);
    }

    @Override
    public String type() {
        return "restaurant.earning.accrued.v1";
    }

    @Override
    public Instant occurredAt() {
        return accruedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("restaurant-accrual", accrualId);
    }
}
