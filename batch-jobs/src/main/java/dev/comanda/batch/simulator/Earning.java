package dev.comanda.batch.simulator;

import org.jspecify.annotations.Nullable;

/** What a courier earns, in hundredths of a real; without an order it is an incentive of the week. */
record Earning(
        Id id,
        @Nullable Id orderId,
        int courier,
        long base,
        long distance,
        long tip,
        long incentive,
        long total,
        long accruedAt) {

    private static final long BASE = 450;
    private static final int DISTANCE_STEPS = 12;
    private static final long PER_STEP = 50;

    /** What the courier of an order earns by it; the order that it is told for may be another. */
    static Earning lawful(Id id, Order order, Id orderId, Randomness random) {
        long distance = PER_STEP * random.below(DISTANCE_STEPS);
        long tip = order.basket().tip();
        return new Earning(
                id, orderId, order.courier(), BASE, distance, tip, 0, BASE + distance + tip, order.finishedAt());
    }

    long lawfulTotal() {
        return base + distance + tip + incentive;
    }

    Earning withTotal(long other) {
        return new Earning(id, orderId, courier, base, distance, tip, incentive, other, accruedAt);
    }

    Earning withAccruedAt(long other) {
        return new Earning(id, orderId, courier, base, distance, tip, incentive, total, other);
    }

    Earning withId(Id other) {
        return new Earning(other, orderId, courier, base, distance, tip, incentive, total, accruedAt);
    }
}
