package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.RestaurantEarningAccrued;
import java.math.BigDecimal;
import java.time.Instant;

/** The data of {@code restaurant.earning.accrued.v1}. */
final class RestaurantEarningAccruedRule implements FieldRule<RestaurantEarningAccrued> {

    private final Shape shape = new Shape();
    private final Field<String> accrualId = shape.required("accrualId", Rules::id);
    private final Field<String> orderId = shape.required("orderId", Rules::id);
    private final Field<String> restaurantId = shape.required("restaurantId", Rules::id);
    private final Field<String> currency = shape.required("currency", Rules::currency);
    private final Field<BigDecimal> base = shape.required("base", Rules::accrued);
    private final Field<BigDecimal> commissionRate = shape.required("commissionRate", Rules::rate);
    private final Field<BigDecimal> commission = shape.required("commission", Rules::accrued);
    private final Field<BigDecimal> paymentFee = shape.required("paymentFee", Rules::accrued);
    private final Field<BigDecimal> adjustments = shape.required("adjustments", Rules::signedAccrued);
    private final Field<BigDecimal> net = shape.required("net", Rules::accrued);
    private final Field<Instant> accruedAt = shape.required("accruedAt", Rules::time);

    @Override
    public RestaurantEarningAccrued read(JsonReading in) {
        Values values = shape.read(in);
        return new RestaurantEarningAccrued(
                values.get(accrualId),
                values.get(orderId),
                values.get(restaurantId),
                values.get(currency),
                values.get(base),
                values.get(commissionRate),
                values.get(commission),
                values.get(paymentFee),
                values.get(adjustments),
                values.get(net),
                values.get(accruedAt));
    }
}
