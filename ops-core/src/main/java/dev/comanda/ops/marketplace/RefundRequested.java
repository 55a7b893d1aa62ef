package dev.comanda.ops.marketplace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer asks for money back: {@code ordering.refund.requested.v1}.
 *
 * @param items the lines asked about, empty if the whole order is meant
 * @param requestedAmount not negative, in the order's currency, digits as written; null if the customer named none
 * @param data the event's data as canonical JSON, kept for what is decided later
 */
public record RefundRequested(
        String requestId,
        String orderId,
        String customerId,
        Instant requestedAt,
        RefundReason reasonCode,
        List<RefundLine> items,
        @Nullable BigDecimal requestedAmount,
        @Nullable String comment,
        List<Evidence> evidence,
        String data)
        implements PendingEvent {

    public RefundRequested {
        items = List.copyOf(items);
        evidence = List.copyOf(evidence);
    }

    @Override
    public String type() {
        return "ordering.refund.requested.v1";
    }

    @Override
    public Instant occurredAt() {
        return requestedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.of("refund-request", requestId);
    }
}
