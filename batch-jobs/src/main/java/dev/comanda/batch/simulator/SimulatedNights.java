package dev.comanda.batch.simulator;

import java.time.LocalDate;

/**
 * A run of nights to simulate: one marketplace, day after day.
 *
 * @param date the date of the last night
 * @param count how many nights
 * @param ordersPerDay how many orders end on each day
 * @param seed the same seed gives the same bytes
 * @param timesAsOften by how much exceptions are more often than the rates say; 1 for as they are
 */
public record SimulatedNights(LocalDate date, int count, int ordersPerDay, long seed, int timesAsOften) {

    /** The most nights; the files of all of them are open at once. */
    public static final int COUNT_MAX = 62;

    public SimulatedNights {
        if (count < 1 || count > COUNT_MAX) {
            throw new IllegalArgumentException("days must be 1 to " + COUNT_MAX + ", not " + count);
        }
        if (ordersPerDay < 1 || (long) ordersPerDay * count > MarketplaceSimulator.ORDERS_MAX) {
            throw new IllegalArgumentException("orders must be at least 1 a day and at most "
                    + MarketplaceSimulator.ORDERS_MAX + " in all, not " + ordersPerDay + " on " + count + " days");
        }
        if (timesAsOften < 1) {
            throw new IllegalArgumentException("exceptions must be at least once as often, not " + timesAsOften);
        }
    }

    public static SimulatedNights until(LocalDate date, int count, int ordersPerDay, long seed) {
        return new SimulatedNights(date, count, ordersPerDay, seed, 1);
    }

    /** The same nights with so many times the exceptions, for small marketplaces. */
    public SimulatedNights withExceptionsTimes(int times) {
        return new SimulatedNights(date, count, ordersPerDay, seed, times);
    }
}
