package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.DeliveryFailed;
import dev.comanda.ops.marketplace.DeliveryFailure;
import java.time.Instant;

/** The data of {@code courier.delivery.failed.v1}. */
final class DeliveryFailedRule implements FieldRule<DeliveryFailed> {

    private final Shape shape = new Shape();
    private final Field<String> deliveryId = shape.required("deliveryId", Rules::id);
    private final Field<String> orderId = shape.required("orderId", Rules::id);
    private final Field<String> courierId = shape.required("courierId", Rules::id);
    private final Field<Instant> failedAt = shape.required("failedAt", Rules::time);
    private final Field<DeliveryFailure> reasonCode = shape.required("reasonCode", Rules.oneOf(DeliveryFailure.class));

    @Override
    public DeliveryFailed read(JsonReading in) {
        int start = in.canonical.bytes().size();
        Values values = shape.read(in);
        return new DeliveryFailed(
                values.get(deliveryId),
                values.get(orderId),
                values.get(courierId),
                values.get(failedAt),
                values.get(reasonCode),
                in.canonical.bytes().text(start));
    }
}
