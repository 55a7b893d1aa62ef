package dev.comanda.batch.simulator;

import java.io.IOException;

/** The feed of the restaurant service. */
final class RestaurantEvents {

    static final String FEED = "restaurant";
    private static final int ACCEPTED_AFTER_SECONDS = 60;
    private static final int READY_BEFORE_END_SECONDS = 600;
    private static final int INSTRUCTED_AT_SECOND = 10 * SaoPauloTime.SECONDS_PER_HOUR;

    private final EventEnvelope envelope;

    RestaurantEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    void prepared(Order order) throws IOException {
        long readyAt = order.finishedAt() - READY_BEFORE_END_SECONDS;
        envelope.begin(FEED, "restaurant.order.prepared.v1", order.id(), readyAt)
                .text("\"orderId\":\"")
                .id(order.id())
                .text("\",\"restaurantId\":\"rst_")
                .padded(order.restaurant(), 6)
                .text("\",\"acceptedAt\":\"")
                .offsetTime(order.placedAt() + ACCEPTED_AFTER_SECONDS)
                .text("\",\"readyAt\":\"")
                .offsetTime(readyAt)
                .text("\"");
        envelope.end();
    }

    void accrued(Accrual accrual) throws IOException {
        envelope.begin(FEED, "restaurant.earning.accrued.v1", accrual.id(), accrual.accruedAt())
                .text("\"accrualId\":\"")
                .id(accrual.id())
                .text("\",\"orderId\":\"")
                .id(accrual.orderId())
                .text("\",\"restaurantId\":\"rst_")
                .padded(accrual.restaurant(), 6)
                .text("\",\"currency\":\"BRL\",\"base\":\"")
                .cents(accrual.base())
                .text("\",\"commissionRate\":\"0.")
                .padded(accrual.rateThousandths(), 3)
                .text("\",\"commission\":\"")
                .tenThousandths(accrual.commission())
                .text("\",\"paymentFee\":\"")
                .tenThousandths(accrual.paymentFee())
                .text("\",\"adjustments\":\"")
                .cents(accrual.adjustments())
                .text("\",\"net\":\"")
                .tenThousandths(accrual.net())
                .text("\",\"accruedAt\":\"")
                .offsetTime(accrual.accruedAt())
                .text("\"");
        envelope.end();
    }

    void payoutInstructed(Payout payout) throws IOException {
        long instructedAt = SaoPauloTime.at(payout.instructedOn(), INSTRUCTED_AT_SECOND);
        Line line = envelope.begin(FEED, "restaurant.payout.instructed.v1", payout.id(), instructedAt)
                .text("\"payoutId\":\"")
                .id(payout.id())
                .text("\",\"restaurantId\":\"rst_")
                .padded(payout.party(), 6);
        appendTerms(line, payout, instructedAt);
        envelope.end();
    }

    /** The members that the payouts of restaurants and couriers share. */
    static void appendTerms(Line line, Payout payout, long instructedAt) {
        line.text("\",\"periodStart\":\"")
                .date(payout.instructedOn() - Payout.PERIOD_DAYS)
                .text("\",\"periodEnd\":\"")
                .date(payout.instructedOn())
                .text("\",\"currency\":\"BRL\",\"amount\":\"")
                .cents(payout.amount())
                .text("\",\"residual\":\"")
                .tenThousandths(payout.residual())
                .text("\",\"bankReference\":\"")
                .text(payout.bankReference())
                .text("\",\"instructedAt\":\"")
                .offsetTime(instructedAt)
                .text("\"");
    }
}
