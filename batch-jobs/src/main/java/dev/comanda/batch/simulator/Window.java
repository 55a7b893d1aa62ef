package dev.comanda.batch.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that an inbox tells of: the date itself and the history back to the sixth business day, so that what
 * is due by the date has happened before it. Days are epoch days.
 */
final class Window {

    static final int BUSINESS_DAYS = 6;
    private static final int MARGIN_DAYS = 40;
    private static final int PERCENT_ON_THE_DATE = 50;
    private static final int[] WEIGHT_BY_WEEKDAY = {80, 85, 90, 100, 130, 140, 135};

    private final long date;
    private final List<Long> businessDays;
    private final long firstKnownDay;
    private final boolean[] business;

    private Window(long date, List<Long> businessDays, long firstKnownDay, boolean[] business) {
        this.date = date;
        this.businessDays = List.copyOf(businessDays);
        this.firstKnownDay = firstKnownDay;
        this.business = business;
    }

    static Window endingOn(LocalDate date) {
        BankCalendar calendar = new BankCalendar();
        long firstKnownDay = date.toEpochDay() - MARGIN_DAYS;
        boolean[] business = new boolean[2 * MARGIN_DAYS];
        for (int index = 0; index < business.length; index++) {
            business[index] = calendar.isBusinessDay(LocalDate.ofEpochDay(firstKnownDay + index));
        }
        List<Long> businessDays = new ArrayList<>();
        for (long day = date.toEpochDay(); businessDays.size() < BUSINESS_DAYS; day--) {
            if (business[(int) (day - firstKnownDay)]) {
                businessDays.add(0, day);
            }
        }
        return new Window(date.toEpochDay(), businessDays, firstKnownDay, business);
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
        return businessDays.get(0);
    }

    List<Long> days() {
        List<Long> days = new ArrayList<>();
        for (long day = firstDay(); day <= date; day++) {
            days.add(day);
        }
        return days;
    }

    long plusBusinessDays(long day, int count) {
        long result = day;
        for (int left = count; left > 0; left--) {
            do {
                result++;
            } while (!business[(int) (result - firstKnownDay)]);
        }
        return result;
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
