package dev.comanda.batch.simulator;

/**
 * What a restaurant earns by an order. The base and the adjustments are hundredths, all else ten thousandths of
 * a real; the rate is in thousandths.
 */
record Accrual(
        Id id,
        Id orderId,
        int restaurant,
        long base,
        int rateThousandths,
        long commission,
        long paymentFee,
        long adjustments,
        long net,
        long accruedAt) {

    private static final int PAYMENT_FEE_THOUSANDTHS = 32;

    static Accrual lawful(Id id, Order order, Id orderId) {
        long base = order.basket().commissionBase();
        int rate = Marketplace.commissionRate(order.restaurant());
        long commission = commissionOf(base, rate);
        long fee = commissionOf(base, PAYMENT_FEE_THOUSANDTHS);
        long net = base * 100 - commission - fee;
        return new Accrual(id, orderId, order.restaurant(), base, rate, commission, fee, 0, net, order.finishedAt());
    }

    /** A hundredth times a thousandth has five decimals; the law keeps four, half to even. */
    static long commissionOf(long base, int rateThousandths) {
        return Amounts.divideHalfEven(base * rateThousandths, 10);
    }

    long lawfulCommission() {
        return commissionOf(base, rateThousandths);
    }

    long lawfulNet() {
        return base * 100 - commission - paymentFee + adjustments * 100;
    }

    Accrual withCommission(long other) {
        long otherNet = base * 100 - other - paymentFee + adjustments * 100;
        return new Accrual(
                id, orderId, restaurant, base, rateThousandths, other, paymentFee, adjustments, otherNet, accruedAt);
    }

    Accrual withNet(long other) {
        return new Accrual(
                id, orderId, restaurant, base, rateThousandths, commission, paymentFee, adjustments, other, accruedAt);
    }

    Accrual withAccruedAt(long other) {
        return new Accrual(
                id, orderId, restaurant, base, rateThousandths, commission, paymentFee, adjustments, net, other);
    }

    Accrual withId(Id other) {
        return new Accrual(
                other, orderId, restaurant, base, rateThousandths, commission, paymentFee, adjustments, net, accruedAt);
    }
}
