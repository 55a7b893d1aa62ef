package dev.comanda.ops.marketplace;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A courier handed an order over: {@code courier.delivery.completed.v1}.
 *
 * @param distanceMeters not negative
 */
public record DeliveryCompleted(
        String deliveryId,
        String orderId,
        String courierId,
        Instant assignedAt,
        Instant pickedUpAt,
        Instant deliveredAt,
        int distanceMeters,
        DeliveryProof proof)
        implements MarketplaceEvent {

    /** The São Paulo date of {@code deliveredAt}. */
    public LocalDate businessDate() {
        return BusinessDate.of(deliveredAt);
    }

    @Override
    public String type() {
        return "courier.delivery.completed.v1";
    }

    @Override
    public Instant occurredAt() {
        return deliveredAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("delivery", deliveryId);
    }
}
