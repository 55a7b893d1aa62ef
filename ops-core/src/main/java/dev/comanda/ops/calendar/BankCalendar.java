package dev.comanda.ops.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Every day from {@link #FIRST} to {@link #LAST}, with the running number of business days. */
public final class BankCalendar {

    /** The first day that the calendar knows; dates before it are refused where they come in. */
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** The last day that the calendar knows; dates after it are refused where they come in. */
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /** Days after {@link #LAST} for which it still can say when something is due. */
    private static final int MARGIN_DAYS = 60;

    private BankCalendar() {}

    /**
     * A day of the calendar.
     *
     * @param ordinal how many business days there were up to and including it
     */
    public record Day(LocalDate date, boolean isBusiness, int ordinal) {}

    /** All days, in order. */
    public static List<Day> days() {
        List<Day> days = new ArrayList<>();
        int ordinal = 0;
        LocalDate end = LAST.plusDays(MARGIN_DAYS);
        for (LocalDate date = FIRST; !date.isAfter(end); date = date.plusDays(1)) {
            boolean isBusiness = isBusinessDay(date);
            ordinal += isBusiness ? 1 : 0;
            days.add(new Day(date, isBusiness, ordinal));
        }
        return days;
    }

    public static boolean isBusinessDay(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !BrazilianBankHolidays.isHoliday(date);
    }

    /** The day so many business days before a date; none before it is the date itself, be it a business day or not. */
    public static LocalDate businessDaysBefore(LocalDate date, int count) {
        LocalDate day = date;
        for (int left = count; left > 0; ) {
            day = day.minusDays(1);
            left -= isBusinessDay(day) ? 1 : 0;
        }
        return day;
    }
}
