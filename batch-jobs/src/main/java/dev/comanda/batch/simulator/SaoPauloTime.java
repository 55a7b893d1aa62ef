package dev.comanda.batch.simulator;

import java.time.LocalDate;

/**
 * Points in time as seconds of São Paulo's wall clock since 1970-01-01T00:00, and days as epoch days. Brazil
 * has had no daylight saving time since 2019, so that the offset is a constant for every date the simulator
 * takes.
 */
final class SaoPauloTime {

    static final LocalDate FIRST_DATE = LocalDate.of(2020, 1, 1);
    static final LocalDate LAST_DATE = LocalDate.of(2098, 12, 31);
    static final int SECONDS_PER_DAY = 86_400;
    static final int SECONDS_PER_HOUR = 3_600;
    static final int UTC_AHEAD_SECONDS = 3 * SECONDS_PER_HOUR;

    private SaoPauloTime() {}

    static long at(long day, int secondOfDay) {
        return day * SECONDS_PER_DAY + secondOfDay;
    }

    static long dayOf(long second) {
        return Math.floorDiv(second, SECONDS_PER_DAY);
    }

    static long lastSecondOf(long day) {
        return at(day + 1, -1);
    }
}
