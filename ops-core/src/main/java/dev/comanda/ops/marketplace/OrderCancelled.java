package dev.comanda.ops.marketplace;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An order was cancelled, so that nothing is due for it: {@code ordering.order.cancelled.v1}.
 *
 * @param version at least 1; the highest version of an order holds
 * @param reasonCode free text of the ordering service
 */
public record OrderCancelled(
        String orderId, int version, Instant cancelledAt, Canceller cancelledBy, OrderStage stage, String reasonCode)
        implements MarketplaceEvent {

    /** The São Paulo date of {@code cancelledAt}. */
    public LocalDate businessDate() {
        return BusinessDate.of(cancelledAt);
    }

    @Override
    public String type() {
        return "ordering.order.cancelled.v1";
    }

    @Override
    public Instant occurredAt() {
        return cancelledAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.ofOrder(orderId, version);
    }
}
