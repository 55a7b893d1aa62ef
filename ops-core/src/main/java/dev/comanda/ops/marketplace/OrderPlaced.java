package dev.comanda.ops.marketplace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer placed an order, or the order changed: {@code ordering.order.placed.v1}. The highest version holds.
 *
 * @param version at least 1, grows with every event of the order
 * @param currency ISO 4217; all money of the order is in it and has its scale
 * @param discountFundedBy who pays for the discount, if the feed says so
 * @param promisedBy when the customer was promised the delivery
 */
public record OrderPlaced(
        String orderId,
        int version,
        Instant placedAt,
        String market,
        String city,
        String customerId,
        String restaurantId,
        String currency,
        List<OrderLine> items,
        OrderAmounts amounts,
        @Nullable DiscountFunder discountFundedBy,
        @Nullable Instant promisedBy)
        implements MarketplaceEvent {

    public OrderPlaced {
        items = List.copyOf(items);
    }

    /** The sum of quantity x unit price over the lines: what the law ORDER_ITEMS compares with {@code amounts.items}. */
    public BigDecimal linesTotal() {
        BigDecimal total = BigDecimal.ZERO.setScale(amounts.items().scale());
        for (OrderLine line : items) {
            total = total.add(line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())));
        }
        return total;
    }

    @Override
    public String type() {
        return "ordering.order.placed.v1";
    }

    @Override
    public Instant occurredAt() {
        return placedAt;
    }

    @Override
    public BusinessId businessId() {
        return BusinessId.ofOrder(orderId, version);
    }
}
