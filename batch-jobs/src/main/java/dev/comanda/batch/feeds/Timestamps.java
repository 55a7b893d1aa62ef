package dev.comanda.batch.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as RFC 3339 writes them. Written by hand, since the formatters of the JDK take more time than all the rest
 * of an event, and take forms that RFC 3339 does not know. Leap seconds are refused: the platform's clock has none.
 */
final class Timestamps {

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_END = 19;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int MICRO_DIGITS = 6;
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private Timestamps() {}

    /** Whether something written as a date or time lies in the years that the calendar of the platform knows. */
    static boolean isInCalendar(String written) {
        return written.startsWith("20");
    }

    /** A time with its offset, to the microsecond (finer digits are cut off, as the database keeps none); null if it is none. */
    static @Nullable Instant parse(String text) {
        LocalDate date = text.length() > SECONDS_END ? dateAt(text) : null;
        if (date == null || (text.charAt(10) != 'T' && text.charAt(10) != 't')) {
            return null;
        }
        int hour = text.charAt(13) == ':' ? number(text, 11, 13) : -1;
        int minute = text.charAt(16) == ':' ? number(text, 14, 16) : -1;
        int second = number(text, 17, SECONDS_END);
        int zone = endOfFraction(text);
        int offset = zone < 0 ? Integer.MIN_VALUE : offsetSeconds(text, zone);
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (!isTime || offset == Integer.MIN_VALUE) {
            return null;
        }
        long seconds = date.toEpochDay() * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second - offset;
        return Instant.ofEpochSecond(seconds, (long) micros(text, zone) * NANOS_PER_MICRO);
    }

    static @Nullable LocalDate parseDate(String text) {
        return text.length() == DATE_LENGTH ? dateAt(text) : null;
    }

    /** A date, or the São Paulo date of a time. */
    static @Nullable LocalDate parseDateOrTime(String text) {
        if (text.length() == DATE_LENGTH) {
            return dateAt(text);
        }
        Instant time = parse(text);
        return time == null ? null : LocalDate.ofInstant(time, SAO_PAULO);
    }

    private static @Nullable LocalDate dateAt(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, DATE_LENGTH);
        boolean isDate = year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return isDate ? LocalDate.of(year, month, day) : null;
    }

    /** Where the offset begins; -1 if a point is not followed by digits. */
    private static int endOfFraction(String text) {
        if (text.charAt(SECONDS_END) != '.') {
            return SECONDS_END;
        }
        int i = SECONDS_END + 1;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i == SECONDS_END + 1 || i == text.length() ? -1 : i;
    }

    private static int micros(String text, int zone) {
        int micros = 0;
        for (int i = 1; i <= MICRO_DIGITS; i++) {
            int at = SECONDS_END + i;
            micros = 10 * micros + (at < zone ? text.charAt(at) - '0' : 0);
        }
        return micros;
    }

    /** Seconds east of UTC; Integer.MIN_VALUE if what is written there is no offset. */
    private static int offsetSeconds(String text, int at) {
        char sign = text.charAt(at);
        int left = text.length() - at;
        if (left == 1 && (sign == 'Z' || sign == 'z')) {
            return 0;
        }
        if (left != 6 || (sign != '+' && sign != '-') || text.charAt(at + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, at + 1, at + 3);
        int minutes = number(text, at + 4, at + 6);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            value = 10 * value + (text.charAt(i) - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
