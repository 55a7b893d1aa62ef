package dev.comanda.batch.simulator;

import java.io.IOException;

/** The feed of the courier service. */
final class CourierEvents {

    static final String FEED = "courier";
    private static final int ASSIGNED_AFTER_SECONDS = 120;
    private static final int RIDE_SECONDS = 540;
    private static final int INSTRUCTED_AT_SECOND = 11 * SaoPauloTime.SECONDS_PER_HOUR;

    private final EventEnvelope envelope;

    CourierEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    void delivered(Order order, Id deliveryId) throws IOException {
        begin(order, deliveryId, order.courier(), "courier.delivery.completed.v1")
                .text("\",\"assignedAt\":\"")
                .offsetTime(order.placedAt() + ASSIGNED_AFTER_SECONDS)
                .text("\",\"pickedUpAt\":\"")
                .offsetTime(order.finishedAt() - RIDE_SECONDS)
                .text("\",\"deliveredAt\":\"")
                .offsetTime(order.finishedAt())
                .text("\",\"distanceMeters\":")
                .number(400 + order.customer() % 7_000)
                .text(order.customer() % 3 == 0 ? ",\"proof\":\"PHOTO\"" : ",\"proof\":\"CODE\"");
        envelope.end();
    }

    void deliveryFailed(Order order, Id deliveryId, int courier) throws IOException {
        begin(order, deliveryId, courier, "courier.delivery.failed.v1")
                .text("\",\"failedAt\":\"")
                .offsetTime(order.finishedAt())
                .text("\",\"reasonCode\":\"COURIER_ABANDONED\"");
        envelope.end();
    }

    void earned(Earning earning) throws IOException {
        Line line = envelope.begin(FEED, "courier.earning.accrued.v1", earning.id(), earning.accruedAt())
                .text("\"earningId\":\"")
                .id(earning.id());
        Id orderId = earning.orderId();
        if (orderId != null) {
            line.text("\",\"orderId\":\"").id(orderId);
        }
        line.text("\",\"courierId\":\"cou_")
                .padded(earning.courier(), 6)
                .text("\",\"currency\":\"BRL\",\"base\":\"")
                .cents(earning.base())
                .text("\",\"distance\":\"")
                .cents(earning.distance())
                .text("\",\"tip\":\"")
                .cents(earning.tip())
                .text("\",\"incentive\":\"")
                .cents(earning.incentive())
                .text("\",\"total\":\"")
                .cents(earning.total())
                .text("\",\"accruedAt\":\"")
                .offsetTime(earning.accruedAt())
                .text("\"");
        envelope.end();
    }

    void payoutInstructed(Payout payout) throws IOException {
        long instructedAt = SaoPauloTime.at(payout.instructedOn(), INSTRUCTED_AT_SECOND);
        Line line = envelope.begin(FEED, "courier.payout.instructed.v1", payout.id(), instructedAt)
                .text("\"payoutId\":\"")
                .id(payout.id())
                .text("\",\"courierId\":\"cou_")
                .padded(payout.party(), 6);
        RestaurantEvents.appendTerms(line, payout, instructedAt);
        envelope.end();
    }

    private Line begin(Order order, Id deliveryId, int courier, String type) {
        return envelope.begin(FEED, type, deliveryId, order.finishedAt())
                .text("\"deliveryId\":\"")
                .id(deliveryId)
                .text("\",\"orderId\":\"")
                .id(order.id())
                .text("\",\"courierId\":\"cou_")
                .padded(courier, 6);
    }
}
