package dev.comanda.ops.marketplace;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An order was delivered and is closed: {@code ordering.order.completed.v1}.
 *
 * @param version at least 1; the highest version of an order holds
 */
public record OrderCompleted(String orderId, int version, Instant completedAt) implements MarketplaceEvent {

    /** The São Paulo date of {@code completedAt}. */
    public LocalDate businessDate() {
        return BusinessDate.of(completedAt);
    }

    @Override
    public String type() {
        return "ordering.order.completed.v1";
    }

    @Override
    public Instant occurredAt() {
        return completedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.ofOrder(orderId, version);
    }
}
