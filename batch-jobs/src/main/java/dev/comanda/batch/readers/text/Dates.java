package dev.comanda.batch.readers.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates and times as files write them, within the years that a file of ours can be about. */
public final class Dates {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    private static final int DATE_LENGTH = "2026-10-14".length();

    private Dates() {}

    /** The date of an instant in São Paulo. */
    public static LocalDate businessDate(Instant instant) {
        return instant.atZone(SAO_PAULO).toLocalDate();
    }

    /** When a day starts in São Paulo. */
    public static Instant startOfDay(LocalDate date) {
        return date.atStartOfDay(SAO_PAULO).toInstant();
    }

    /** Reads {@code 2026-10-14}, also as the start of something longer: the date part as it is written. */
    public static LocalDate datePart(String text, String field) throws RefusedRecordException {
        String date = text.length() > DATE_LENGTH ? text.substring(0, DATE_LENGTH) : text;
        try {
            return checked(LocalDate.parse(date), text, field);
        } catch (DateTimeException e) {
            throw unreadable(text, field, "a date such as 2026-10-14");
        }
    }

    /** Reads {@code 2026-10-14 20:15:00} or the same with a T and a fraction; a date alone is its midnight. */
    public static LocalDateTime localTime(String text, String field) throws RefusedRecordException {
        try {
            LocalDateTime time = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
            checked(time.toLocalDate(), text, field);
            return time.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw unreadable(text, field, "a time such as 2026-10-14 20:15:00");
        }
    }

    /** Reads a time without a zone that is known to be UTC. */
    public static Instant utc(String text, String field) throws RefusedRecordException {
        return localTime(text, field).toInstant(ZoneOffset.UTC);
    }

    /** Reads an RFC 3339 time with its offset. */
    public static Instant withOffset(String text, String field) throws RefusedRecordException {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            checked(time.toLocalDate(), text, field);
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw unreadable(text, field, "a time with its offset such as 2026-10-14T20:15:00Z");
        }
    }

    /** Makes a date of its numbers. */
    public static LocalDate of(int year, int month, int day, String text, String field) throws RefusedRecordException {
        try {
            return checked(LocalDate.of(year, month, day), text, field);
        } catch (DateTimeException e) {
            throw unreadable(text, field, "a date of the calendar");
        }
    }

    private static LocalDate checked(LocalDate date, String text, String field) throws RefusedRecordException {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw unreadable(text, field, "a date from %s to %s".formatted(FIRST, LAST));
        }
        return date;
    }

    private static RefusedRecordException unreadable(String text, String field, String expected) {
        return RefusedRecordException.violation("%s is %s; %s is expected".formatted(field, Quoted.of(text), expected));
    }
}
