package dev.comanda.batch.feeds;

import dev.comanda.batch.feeds.Shape.Field;
import dev.comanda.batch.feeds.Shape.Values;
import dev.comanda.ops.marketplace.Evidence;
import dev.comanda.ops.marketplace.RefundLine;
import dev.comanda.ops.marketplace.RefundReason;
import dev.comanda.ops.marketplace.RefundRequested;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code ordering.refund.requested.v1}. */
final class RefundRequestedRule implements FieldRule<RefundRequested> {

    private final Shape shape = new Shape();
    private final Field<String> requestId = shape.required("requestId", Rules::id);
    private final Field<String> orderId = shape.required("orderId", Rules::id);
    private final Field<String> customerId = shape.required("customerId", Rules::id);
    private final Field<Instant> requestedAt = shape.required("requestedAt", Rules::time);
    private final Field<RefundReason> reasonCode = shape.required("reasonCode", Rules.oneOf(RefundReason.class));
    private final Field<List<RefundLine>> items = shape.optional("items", Rules.listOf(RefundParts.REFUND_LINE));
    private final Field<BigDecimal> requestedAmount = shape.optional("requestedAmount", Rules::moneyOfAnyCurrency);
    private final Field<String> comment = shape.optional("comment", Rules::text);
    private final Field<List<Evidence>> evidence = shape.optional("evidence", Rules.listOf(RefundParts.EVIDENCE));

    @Override
    public RefundRequested read(JsonReading in) {
        int start = in.canonical.bytes().size();
        Values values = shape.read(in);
        return new RefundRequested(
                values.get(requestId),
                values.get(orderId),
                values.get(customerId),
                values.get(requestedAt),
                values.get(reasonCode),
                listOrNone(values.getOptional(items)),
                values.getOptional(requestedAmount),
                values.getOptional(comment),
                listOrNone(values.getOptional(evidence)),
                in.canonical.bytes().text(start));
    }

    private static <T> List<T> listOrNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
