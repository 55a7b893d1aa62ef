package dev.comanda.batch.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that are simulated. Those of one night are the date itself and the history back to the sixth
 * business day, so that what is due by the date has happened before it; those of several nights are the nights'
 * own. Days are epoch days.
 */
final class Window {

    static final int BUSINESS_DAYS = 6;
    private static final int MARGIN_DAYS = 40;
    private static final int PERCENT_ON_THE_DATE = 50;
    private static final int[] WEIGHT_BY_WEEKDAY = {80, 85, 90, 100, 130, 140, 135};

    private final long firstDay;
    private final long date;
    private final List<Long> businessDays;
    private final long firstKnownDay;
    private final boolean[] business;

    private Window(long firstDay, long date) {
        this.firstDay = firstDay;
        this.date = date;
        this.firstKnownDay = firstDay - MARGIN_DAYS;
        this.business = new boolean[(int) (date - firstDay) + 2 * MARGIN_DAYS];
        BankCalendar calendar = new BankCalendar();
        for (int index = 0; index < business.length; index++) {
            business[index] = calendar.isBusinessDay(LocalDate.ofEpochDay(firstKnownDay + index));
        }
        this.businessDays = days().stream().filter(this::isBusinessDay).toList();
    }

    /** The days that one night stands on. */
    static Window endingOn(LocalDate date) {
        BankCalendar calendar = new BankCalendar();
        LocalDate first = date.plusDays(1);
        for (int found = 0; found < BUSINESS_DAYS; ) {
            first = first.minusDays(1);
            if (calendar.isBusinessDay(first)) {
                found++;
            }
        }
        return new Window(first.toEpochDay(), date.toEpochDay());
    }

    /** As many days, each with its night, the last of them on the date. */
    static Window ofNights(LocalDate date, int nights) {
        return new Window(date.toEpochDay() - nights + 1, date.toEpochDay());
    }

    long date() {
        return date;
    }

    /**
     * The business days of the window, the oldest first; the last is the date or, where that is none, the one
     * before.
     */
    List<Long> businessDays() {
        return businessDays;
    }

    long firstDay() {
        return firstDay;
    }

    List<Long> days() {
        List<Long> days = new ArrayList<>();
        for (long day = firstDay; day <= date; day++) {
            days.add(day);
        }
        return days;
    }

    private boolean isBusinessDay(long day) {
        return business[(int) (day - firstKnownDay)];
    }

    long plusBusinessDays(long day, int count) {
        long result = day;
        for (int left = count; left > 0; left--) {
            do {
                result++;
            } while (!isBusinessDay(result));
        }
        return result;
    }

    /** A business day so many past the due one, and late enough that a night has missed it. */
    long overdueBy(long dueDay, int businessDays) {
        long day = plusBusinessDays(dueDay, businessDays);
        return day > dueDay + 1 ? day : plusBusinessDays(day, 1);
    }

    boolean isOver(long dueDay) {
        return dueDay < date;
    }

    boolean isLater(long day) {
        return day > date;
    }

    /** How many of the orders end on each of the days: half on the date, the rest by the rhythm of the week. */
    int[] shareOut(int orders) {
        List<Long> days = days();
        int[] shares = new int[days.size()];
        long history = orders - (long) orders * PERCENT_ON_THE_DATE / 100;
        long weights = 0;
        for (int index = 0; index < shares.length - 1; index++) {
            weights += weightOf(days.get(index));
        }
        int placed = 0;
        for (int index = 0; index < shares.length - 1; index++) {
            shares[index] = (int) (history * weightOf(days.get(index)) / weights);
            placed += shares[index];
        }
        shares[shares.length - 1] = orders - placed;
        return shares;
    }

    private static int weightOf(long day) {
        return WEIGHT_BY_WEEKDAY[LocalDate.ofEpochDay(day).getDayOfWeek().getValue() - 1];
    }
}
