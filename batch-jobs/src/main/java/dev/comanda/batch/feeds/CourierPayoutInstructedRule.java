package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.CourierPayoutInstructed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The data of {@code courier.payout.instructed.v1}. */
final class CourierPayoutInstructedRule implements FieldRule<CourierPayoutInstructed> {

    private final Shape shape = new Shape();
    private final Field<String> payoutId = shape.required("payoutId", Rules::id);
    private final Field<String> courierId = shape.required("courierId", Rules::id);
    private final Field<LocalDate> periodStart = shape.required("periodStart", Rules::date);
    private final Field<LocalDate> periodEnd = shape.required("periodEnd", Rules::date);
    private final Field<String> currency = shape.required("currency", Rules::currency);
    private final Field<BigDecimal> amount = shape.required("amount", Rules::accrued);
    private final Field<BigDecimal> residual = shape.required("residual", Rules::signedAccrued);
    private final Field<String> bankReference = shape.required("bankReference", Rules::reference);
    private final Field<Instant> instructedAt = shape.required("instructedAt", Rules::time);

    @Override
    public CourierPayoutInstructed read(JsonReading in) {
        Values values = shape.read(in);
        return new CourierPayoutInstructed(
                values.get(payoutId),
                values.get(courierId),
                values.get(periodStart),
                values.get(periodEnd),
                values.get(currency),
                values.get(amount),
                values.get(residual),
                values.get(bankReference),
                values.get(instructedAt));
    }
}
