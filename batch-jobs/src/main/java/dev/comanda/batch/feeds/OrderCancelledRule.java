package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.Canceller;
import dev.comanda.ops.marketplace.OrderCancelled;
import dev.comanda.ops.marketplace.OrderStage;
import java.time.Instant;

/** The data of {@code ordering.order.cancelled.v1}. */
final class OrderCancelledRule implements FieldRule<OrderCancelled> {

    private final Shape shape = new Shape();
    private final Field<String> orderId = shape.required("orderId", Rules::id);
    private final Field<Integer> version = shape.required("version", Rules::atLeastOne);
    private final Field<Instant> cancelledAt = shape.required("cancelledAt", Rules::time);
    private final Field<Canceller> cancelledBy = shape.required("cancelledBy", Rules.oneOf(Canceller.class));
    private final Field<OrderStage> stage = shape.required("stage", Rules.oneOf(OrderStage.class));
    private final Field<String> reasonCode = shape.required("reasonCode", Rules::text);

    @Override
    public OrderCancelled read(JsonReading in) {
        Values values = shape.read(in);
        return new OrderCancelled(
                values.get(orderId),
                values.get(version),
                values.get(cancelledAt),
                values.get(cancelledBy),
                values.get(stage),
                values.get(reasonCode));
    }
}
