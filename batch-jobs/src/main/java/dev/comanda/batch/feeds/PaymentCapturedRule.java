package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.PaymentCaptured;
import dev.comanda.ops.marketplace.PaymentMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The data of {@code ordering.payment.captured.v1}. */
final class PaymentCapturedRule implements FieldRule<PaymentCaptured> {

    private final Shape shape = new Shape();
    private final Field<String> paymentId = shape.required("paymentId", Rules::id);
    private final Field<String> orderId = shape.required("orderId", Rules::id);
    private final Field<String> psp = shape.required("psp", Rules.oneOf(List.of("adyen", "stripe", "dlocal", "pix")));
    private final Field<String> pspReference = shape.required("pspReference", Rules::reference);
    private final Field<String> merchantReference = shape.required("merchantReference", Rules::reference);
    private final Field<PaymentMethod> method = shape.required("method", Rules.oneOf(PaymentMethod.class));
    private final Field<BigDecimal> amount = shape.required("amount", Rules::money);
    private final Field<String> currency = shape.required("currency", Rules::currency);
    private final Field<Instant> capturedAt = shape.required("capturedAt", Rules::time);

    @Override
    public PaymentCaptured read(JsonReading in) {
        Values values = shape.read(in);
        return new PaymentCaptured(
                values.get(paymentId),
                values.get(orderId),
                values.get(psp),
                values.get(pspReference),
                values.get(merchantReference),
                values.get(method),
                Decimals.inCurrency(values, amount, values.get(currency)),
                values.get(currency),
                values.get(capturedAt));
    }
}
