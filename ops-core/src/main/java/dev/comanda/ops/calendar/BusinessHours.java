package dev.comanda.ops.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which people are at work: business days of the bank calendar, 9 to 18 in São Paulo. */
public final class BusinessHours {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final LocalTime CLOSING = LocalTime.of(18, 0);
    private static final int MOST_DAYS = 400;

    private BusinessHours() {}

    /** When people next begin to work after a day is over: the opening of the first business day after it. */
    public static Instant firstAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!BankCalendar.isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next.atTime(OPENING).atZone(ZONE).toInstant();
    }

    /**
     * The moment at which so much working time has passed.
     *
     * @param work not negative, and no more than 400 business days of work
     */
    public static Instant after(Instant start, Duration work) {
        Duration left = work;
        ZonedDateTime moment = open(start.atZone(ZONE));
        for (int day = 0; day < MOST_DAYS; day++) {
            Duration today = Duration.between(moment.toLocalTime(), CLOSING);
            if (left.compareTo(today) <= 0) {
                return moment.plus(left).toInstant();
            }
            left = left.minus(today);
            moment = firstAfter(moment.toLocalDate()).atZone(ZONE);
        }
        throw new IllegalArgumentException(work + " of work is more than " + MOST_DAYS + " business days");
    }

    /** The moment itself while people are at work, else when they next begin. */
    private static ZonedDateTime open(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (!BankCalendar.isBusinessDay(day) || !moment.toLocalTime().isBefore(CLOSING)) {
            return firstAfter(day).atZone(ZONE);
        }
        return moment.toLocalTime().isBefore(OPENING) ? day.atTime(OPENING).atZone(ZONE) : moment;
    }
}
