package dev.comanda.ops.marketplace;

import java.time.Instant;

/**
 * A delivery came to nothing: {@code courier.delivery.failed.v1}. The same delivery may still be completed later, so that its
 * id is of another family than that of a completed one.
 *
 * @param data the event's data as canonical JSON, kept for what is decided later
 */
public record DeliveryFailed(
        String deliveryId, String orderId, String courierId, Instant failedAt, DeliveryFailure reasonCode, String data)
        implements PendingEvent {

    @Override
    public String type() {
        return "courier.delivery.failed.v1";
    }

    @Override
    public Instant occurredAt() {
        return failedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("failed-delivery", deliveryId);
    }
}
