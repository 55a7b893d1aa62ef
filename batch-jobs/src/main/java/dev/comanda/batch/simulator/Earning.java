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

    long lawfulTotal() {
        return base + distance + tip + incentive;
    }

    Earning withTotal(long other) {
        return new Earning(id, orderId, courier, base, distance, tip, incentive, other, accruedAt);
    }

    Earning withId(Id other) {
        return new Earning(other, orderId, courier, base, distance, tip, incentive, total, accruedAt);
    }
}
