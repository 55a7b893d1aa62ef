package dev.comanda.cost.report;

import dev.comanda.cost.charge.CostQuestion.Days;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about: whole billing periods with whatever they charge, or days.
 *
 * @param from the first billing period
 * @param to the last one, included
 * @param days null for all that the periods charge
 */
public record Span(YearMonth from, YearMonth to, @Nullable Days days) {

    /** @throws IllegalArgumentException where the last period is before the first */
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the periods end with " + to + ", before they begin with " + from);
        }
    }

    public static Span of(YearMonth period) {
        return new Span(period, period, null);
    }

    public static Span of(YearMonth from, YearMonth to) {
        return new Span(from, to, null);
    }

    /** Days, as the bills of their months charge them. */
    public static Span of(Days days) {
        return new Span(YearMonth.from(days.first()), YearMonth.from(days.last()), days);
    }

    /** The first day of it. */
    public LocalDate first() {
        return days == null ? from.atDay(1) : days.first();
    }

    /** The last day of it. */
    public LocalDate last() {
        return days == null ? to.atEndOfMonth() : days.last();
    }

    /**
     * As many days, or whole periods, right before. Where the last period is still being billed, only as many days of the periods before
     * are looked at as it has by now.
     *
     * @param billedUntil the last day that any bill has
     */
    public Span before(LocalDate billedUntil) {
        if (days != null) {
            long length = ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
            return of(new Days(days.first().minusDays(length), days.first().minusDays(1)));
        }
        long periods = ChronoUnit.MONTHS.between(from, to) + 1;
        YearMonth start = from.minusMonths(periods);
        YearMonth end = from.minusMonths(1);
        boolean isUnderWay = YearMonth.from(billedUntil).equals(to) && billedUntil.isBefore(to.atEndOfMonth());
        if (!isUnderWay) {
            return of(start, end);
        }
        int day = Math.min(billedUntil.getDayOfMonth(), end.lengthOfMonth());
        return new Span(start, end, new Days(start.atDay(1), end.atDay(day)));
    }
}
