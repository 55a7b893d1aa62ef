package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.CourierEarningAccrued;
import java.math.BigDecimal;
import java.time.Instant;

/** The data of {@code courier.earning.accrued.v1}. */
final class CourierEarningAccruedRule implements FieldRule<CourierEarningAccrued> {

    private final Shape shape = new Shape();
    private final Field<String> earningId = shape.required("earningId", Rules::id);
    private final Field<String> orderId = shape.optional("orderId", Rules::id);
    private final Field<String> courierId = shape.required("courierId", Rules::id);
    private final Field<String> currency = shape.required("currency", Rules::currency);
    private final Field<BigDecimal> base = shape.required("base", Rules::accrued);
    private final Field<BigDecimal> distance = shape.required("distance", Rules::accrued);
    private final Field<BigDecimal> tip = shape.required("tip", Rules::accrued);
    private final Field<BigDecimal> incentive = shape.required("incentive", Rules::accrued);
    private final Field<BigDecimal> total = shape.required("total", Rules::accrued);
    private final Field<Instant> accruedAt = shape.required("accruedAt", Rules::time);

    @Override
    public CourierEarningAccrued read(JsonReading in) {
        Values values = shape.read(in);
        return new CourierEarningAccrued(
                values.get(earningId),
                values.getOptional(orderId),
                values.get(courierId),
                values.get(currency),
                values.get(base),
                values.get(distance),
                values.get(tip),
                values.get(incentive),
                values.get(total),
                values.get(accruedAt));
    }
}
