package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.DeliveryCompleted;
import dev.comanda.ops.marketplace.DeliveryProof;
import java.time.Instant;

/** The data of {@code courier.delivery.completed.v1}. */
final class DeliveryCompletedRule implements FieldRule<DeliveryCompleted> {

    private final Shape shape = new Shape();
    private final Field<String> deliveryId = shape.required("deliveryId", Rules::id);
    private final Field<String> orderId = shape.required("orderId", Rules::id);
    private final Field<String> courierId = shape.required("courierId", Rules::id);
    private final Field<Instant> assignedAt = shape.required("assignedAt", Rules::time);
    private final Field<Instant> pickedUpAt = shape.required("pickedUpAt", Rules::time);
    private final Field<Instant> deliveredAt = shape.required("deliveredAt", Rules::time);
    private final Field<Integer> distanceMeters = shape.required("distanceMeters", Rules::atLeastZero);
    private final Field<DeliveryProof> proof = shape.required("proof", Rules.oneOf(DeliveryProof.class));

    @Override
    public DeliveryCompleted read(JsonReading in) {
        Values values = shape.read(in);
        return new DeliveryCompleted(
                values.get(deliveryId),
                values.get(orderId),
                values.get(courierId),
                values.get(assignedAt),
                values.get(pickedUpAt),
                values.get(deliveredAt),
                values.get(distanceMeters),
                values.get(proof));
    }
}
