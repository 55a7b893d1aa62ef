package dev.comanda.ops.marketplace;

import java.time.Instant;

/**
 * A restaurant has an order ready: {@code restaurant.order.prepared.v1}.
 *
 * @param data the event's data as canonical JSON, kept for what is decided later
 */
public record OrderPrepared(String orderId, String restaurantId, Instant acceptedAt, Instant readyAt, String data)
        implements PendingEvent {

    @Override
    public String type() {
        return "restaurant.order.prepared.v1";
    }

    @Override
    public Instant occurredAt() {
        return readyAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("preparation", orderId);
    }
}
