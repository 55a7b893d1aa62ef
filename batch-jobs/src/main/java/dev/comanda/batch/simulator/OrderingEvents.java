package dev.comanda.batch.simulator;

import java.io.IOException;
import java.util.List;

/** The feed of the ordering service. */
final class OrderingEvents {

    static final String FEED = "ordering";
    private static final int PROMISED_AFTER_SECONDS = 45 * 60;
    private static final List<String> REFUND_REASONS = List.of("LATE", "MISSING_ITEM", "WRONG_ITEM", "QUALITY");

    private final EventEnvelope envelope;

    OrderingEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    void placed(Order order, int version) throws IOException {
        Line line = envelope.begin(FEED, "ordering.order.placed.v1", order.id(), order.placedAt())
                .text("\"orderId\":\"")
                .id(order.id())
                .text("\",\"version\":")
                .number(version)
                .text(",\"placedAt\":\"")
                .offsetTime(order.placedAt())
                .text("\",\"market\":\"BR\",\"city\":\"")
                .text(Marketplace.city(order.city()))
                .text("\",\"customerId\":\"cus_")
                .padded(order.customer(), 8)
                .text("\",\"restaurantId\":\"rst_")
                .padded(order.restaurant(), 6)
                .text("\",\"currency\":\"BRL\",\"promisedBy\":\"")
                .offsetTime(order.placedAt() + PROMISED_AFTER_SECONDS);
        appendBasket(line, order.basket());
        envelope.end();
    }

    void completed(Order order, int version) throws IOException {
        envelope.begin(FEED, "ordering.order.completed.v1", order.id(), order.finishedAt())
                .text("\"orderId\":\"")
                .id(order.id())
                .text("\",\"version\":")
                .number(version)
                .text(",\"completedAt\":\"")
                .offsetTime(order.finishedAt())
                .text("\"");
        envelope.end();
    }

    /** Who cancelled an order, and how far it had come. */
    record Cancellation(String by, String stage, String reason) {
        static final Cancellation BEFORE_ACCEPT = new Cancellation("CUSTOMER", "BEFORE_ACCEPT", "CHANGED_MIND");
    }

    void cancelled(Order order, int version, Cancellation cancellation) throws IOException {
        envelope.begin(FEED, "ordering.order.cancelled.v1", order.id(), order.finishedAt())
                .text("\"orderId\":\"")
                .id(order.id())
                .text("\",\"version\":")
                .number(version)
                .text(",\"cancelledAt\":\"")
                .offsetTime(order.finishedAt())
                .text("\",\"cancelledBy\":\"")
                .text(cancellation.by())
                .text("\",\"stage\":\"")
                .text(cancellation.stage())
                .text("\",\"reasonCode\":\"")
                .text(cancellation.reason())
                .text("\"");
        envelope.end();
    }

    void captured(Payment payment) throws IOException {
        envelope.begin(FEED, "ordering.payment.captured.v1", payment.id(), payment.capturedAt())
                .text("\"paymentId\":\"")
                .id(payment.id())
                .text("\",\"orderId\":\"")
                .id(payment.orderId())
                .text("\",\"psp\":\"")
                .text(payment.psp().wireName())
                .text("\",\"pspReference\":\"")
                .text(payment.eventReference())
                .text("\",\"merchantReference\":\"")
                .id(payment.merchantReference())
                .text("\",\"method\":\"")
                .text(payment.method())
                .text("\",\"amount\":\"")
                .cents(payment.amount())
                .text("\",\"currency\":\"BRL\",\"capturedAt\":\"")
                .offsetTime(payment.capturedAt())
                .text("\"");
        envelope.end();
    }

    void refundRequested(Order order, Id requestId) throws IOException {
        envelope.begin(FEED, "ordering.refund.requested.v1", requestId, order.finishedAt())
                .text("\"requestId\":\"")
                .id(requestId)
                .text("\",\"orderId\":\"")
                .id(order.id())
                .text("\",\"customerId\":\"cus_")
                .padded(order.customer(), 8)
                .text("\",\"requestedAt\":\"")
                .offsetTime(order.finishedAt())
                .text("\",\"reasonCode\":\"")
                .text(REFUND_REASONS.get(order.customer() % REFUND_REASONS.size()))
                .text("\",\"items\":[{\"lineId\":\"1\",\"quantity\":1}],\"requestedAmount\":\"")
                .cents(order.basket().dishes().get(0).unitPrice())
                .text("\"");
        envelope.end();
    }

    private static void appendBasket(Line line, Basket basket) {
        line.text("\",\"items\":[");
        int number = 0;
        for (Basket.Dish dish : basket.dishes()) {
            line.text(number == 0 ? "{\"lineId\":\"" : ",{\"lineId\":\"")
                    .number(++number)
                    .text("\",\"sku\":\"sku_")
                    .number(dish.sku())
                    .text("\",\"name\":\"")
                    .raw(Marketplace.dish(dish.sku()))
                    .text("\",\"quantity\":")
                    .number(dish.quantity())
                    .text(",\"unitPrice\":\"")
                    .cents(dish.unitPrice())
                    .text("\"}");
        }
        line.text("],\"amounts\":{\"items\":\"")
                .cents(basket.items())
                .text("\",\"deliveryFee\":\"")
                .cents(basket.deliveryFee())
                .text("\",\"serviceFee\":\"")
                .cents(basket.serviceFee())
                .text("\",\"tip\":\"")
                .cents(basket.tip())
                .text("\",\"discount\":\"")
                .cents(basket.discount())
                .text("\",\"total\":\"")
                .cents(basket.total())
                .text("\"}");
        if (basket.discount() > 0) {
            line.text(
                    basket.discountByRestaurant()
                            ? ",\"discountFundedBy\":\"RESTAURANT\""
                            : ",\"discountFundedBy\":\"PLATFORM\"");
        }
    }
}
