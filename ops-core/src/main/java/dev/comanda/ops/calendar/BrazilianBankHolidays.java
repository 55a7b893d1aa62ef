package dev.comanda.ops.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which banks in Brazil do not settle: the national holidays of laws 662/1949, 6,802/1980, 10,607/2002 and
 * 14,759/2023, and the carnival and church days that the central bank's resolution 4,880/2020 adds. The list that ANBIMA
 * publishes is the same.
 */
public final class BrazilianBankHolidays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.APRIL, 21),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.SEPTEMBER, 7),
            MonthDay.of(Month.OCTOBER, 12),
            MonthDay.of(Month.NOVEMBER, 2),
            MonthDay.of(Month.NOVEMBER, 15),
            MonthDay.of(Month.DECEMBER, 25));

    private static final MonthDay BLACK_CONSCIOUSNESS = MonthDay.of(Month.NOVEMBER, 20);
    private static final int BLACK_CONSCIOUSNESS_SINCE = 2024;

    /** Days from Easter Sunday: carnival Monday and Tuesday, Good Friday, Corpus Christi. */
    private static final Set<Integer> FROM_EASTER = Set.of(-48, -47, -2, 60);

    private BrazilianBankHolidays() {}

    /** Whether the date is a holiday; a Saturday or Sunday is none for that reason alone. */
    public static boolean isHoliday(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        if (FIXED.contains(day)) {
            return true;
        }
        if (day.equals(BLACK_CONSCIOUSNESS)) {
            return date.getYear() >= BLACK_CONSCIOUSNESS_SINCE;
        }
        long fromEaster = date.toEpochDay() - easter(date.getYear()).toEpochDay();
        return FROM_EASTER.contains((int) fromEaster);
    }

    /** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
