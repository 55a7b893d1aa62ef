package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.OrderCompleted;
import java.time.Instant;

/** The data of {@code ordering.order.completed.v1}. */
final class OrderCompletedRule implements FieldRule<OrderCompleted> {

    private final Shape shape = new Shape();
    private final Field<String> orderId = shape.required("orderId", Rules::id);
    private final Field<Integer> version = shape.required("version", Rules::atLeastOne);
    private final Field<Instant> completedAt = shape.required("completedAt", Rules::time);

    @Override
    public OrderCompleted read(JsonReading in) {
        Values values = shape.read(in);
        return new OrderCompleted(values.get(orderId), values.get(version), values.get(completedAt));
    }
}
