package dev.comanda.batch.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The Brazilian bank holidays as ANBIMA publishes them: the fixed national ones and those that move with Easter. */
final class BankCalendar {

    private static final int FIRST_YEAR_OF_BLACK_AWARENESS_DAY = 2024;

    private final Map<Integer, Set<LocalDate>> holidaysByYear = new HashMap<>();

    boolean isBusinessDay(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY
                && weekday != DayOfWeek.SUNDAY
                && !holidaysByYear
                        .computeIfAbsent(date.getYear(), BankCalendar::holidaysOf)
                        .contains(date);
    }

    private static Set<LocalDate> holidaysOf(int year) {
        Set<LocalDate> holidays = new HashSet<>();
        holidays.add(LocalDate.of(year, 1, 1));
        holidays.add(LocalDate.of(year, 4, 21));
        holidays.add(LocalDate.of(year, 5, 1));
        holidays.add(LocalDate.of(year, 9, 7));
        holidays.add(LocalDate.of(year, 10, 12));
        holidays.add(LocalDate.of(year, 11, 2));
        holidays.add(LocalDate.of(year, 11, 15));
        holidays.add(LocalDate.of(year, 12, 25));
        if (year >= FIRST_YEAR_OF_BLACK_AWARENESS_DAY) {
            holidays.add(LocalDate.of(year, 11, 20));
        }
        LocalDate easter = easterOf(year);
        holidays.add(easter.minusDays(48));
        holidays.add(easter.minusDays(47));
        holidays.add(easter.minusDays(2));
        holidays.add(easter.plusDays(60));
        return holidays;
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
    private static LocalDate easterOf(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int shift = (golden + 11 * epact + 22 * weekday) / 451;
        int monthAndDay = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
