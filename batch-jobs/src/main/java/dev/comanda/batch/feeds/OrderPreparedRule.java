package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.OrderPrepared;
import java.time.Instant;

/** The data of {@code restaurant.order.prepared.v1}. */
final class OrderPreparedRule implements FieldRule<OrderPrepared> {

    private final Shape shape = new Shape();
    private final Field<String> orderId = shape.required("orderId", Rules::id);
    private final Field<String> restaurantId = shape.required("restaurantId", Rules::id);
    private final Field<Instant> acceptedAt = shape.required("acceptedAt", Rules::time);
    private final Field<Instant> readyAt = shape.required("readyAt", Rules::time);

    @Override
    public OrderPrepared read(JsonReading in) {
        int start = in.canonical.bytes().size();
        Values values = shape.read(in);
        return new OrderPrepared(
                values.get(orderId),
                values.get(restaurantId),
                values.get(acceptedAt),
                values.get(readyAt),
                in.canonical.bytes().text(start));
    }
}
