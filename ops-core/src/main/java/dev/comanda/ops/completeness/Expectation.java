package dev.comanda.ops.completeness;

import dev.comanda.ops.calendar.BankCalendar;
import dev.comanda.ops.calendar.SaoPauloTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What must be there for every date, or for every business day. It is there when a source of its subject has told until the
 * end of the date, or of a day so many business days before it as the lag allows.
 *
 * @param expectedBy in São Paulo, on the day after the date
 * @param lag in business days: how far what a PSP tells lies behind the date of its file
 */
public record Expectation(Kind kind, String subject, boolean businessDays, LocalTime expectedBy, int lag) {

    /** The name under which it is kept and shown, unique among all. */
    public String name() {
        return switch (kind) {
            case PSP_FILE -> "psp " + subject;
            case STATEMENT -> "account " + subject;
            case FEED -> "feed " + subject;
        };
    }

    public boolean isFor(LocalDate date) {
        return !businessDays || BankCalendar.isBusinessDay(date);
    }

    /** The moment until which a source must have told for the date. */
    public Instant neededUntil(LocalDate date) {
        return SaoPauloTime.endOf(BankCalendar.businessDaysBefore(date, lag));
    }

    /** What to say of it while it is missing. */
    public String sentence(LocalDate date, Instant now) {
        LocalDate due = date.plusDays(1);
        boolean isLate = now.isAfter(SaoPauloTime.at(due, expectedBy));
        return "%s%s expected by %s on %s"
                .formatted(absence(date), isLate ? "; it was" : " yet; it is", expectedBy, due);
    }

    private String absence(LocalDate date) {
        return switch (kind) {
            case PSP_FILE -> "the file of %s for %s is not there".formatted(subject, date);
            case STATEMENT -> "the statement of account %s for %s is not there".formatted(subject, date);
            case FEED -> "the feed %s of %s has not come past midnight".formatted(subject, date);
        };
    }
}
