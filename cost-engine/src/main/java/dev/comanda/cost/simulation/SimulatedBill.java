package dev.comanda.cost.simulation;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What to simulate. The same values give the same lines.
 *
 * @param first the first billing period
 * @param months how many periods, one after the other
 * @param rows about how many lines a whole month has; its fees, discounts and taxes come on top, some hundreds, or
 *     thousands where a big company has accounts in many markets
 * @param seed another one gives another company of the same shape
 * @param issue which delivery of the months it is
 * @param until the date on which the bill was written, which is not in it: later days are not billed yet
 */
public record SimulatedBill(YearMonth first, int months, long rows, long seed, Issue issue, LocalDate until) {

    public static final long ROWS_MIN = 10_000;
    public static final long ROWS_MAX = 200_000_000;
    public static final int MONTHS_MAX = 36;

    /** AWS delivers a month again when it is closed, and later for credits. */
    public enum Issue {
        FIRST,
        /** Some usage is billed cheaper than at first, and credits were given. */
        RESTATED
    }

    /** @throws IllegalArgumentException where a value cannot be used; the message names it and says what can */
    public SimulatedBill {
        if (rows < ROWS_MIN || rows > ROWS_MAX) {
            throw new IllegalArgumentException("rows must be " + ROWS_MIN + " to " + ROWS_MAX + ", not " + rows);
        }
        if (months < 1 || months > MONTHS_MAX) {
            throw new IllegalArgumentException("months must be 1 to " + MONTHS_MAX + ", not " + months);
        }
        if (!until.isAfter(first.plusMonths(months - 1L).atDay(1))) {
            throw new IllegalArgumentException("until must be after the first day of the last month, not " + until);
        }
    }

    /** The first delivery of whole months. */
    public static SimulatedBill of(YearMonth first, int months, long rows, long seed) {
        return new SimulatedBill(
                first, months, rows, seed, Issue.FIRST, first.plusMonths(months).atDay(1));
    }

    /** The same months, delivered again. */
    public SimulatedBill restated() {
        return new SimulatedBill(first, months, rows, seed, Issue.RESTATED, until);
    }

    /** The same months as they were billed on a date. */
    public SimulatedBill until(LocalDate date) {
        return new SimulatedBill(first, months, rows, seed, issue, date);
    }
}
