package dev.comanda.ops.close;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Signs off business dates, one after the other. A signed-off date stands: its night does not run, and nothing is posted on it. */
public interface Closes {

    /** The largest open case that the rule lets pass, in the case's own currency, where nothing else is configured. */
    BigDecimal LARGEST_OPEN_CASE = new BigDecimal("1000.00");

    /** The dates of the month that have a night, the latest first. */
    List<ClosingDate> month(YearMonth month);

    Optional<ClosingDate> find(LocalDate businessDate);

    Optional<LocalDate> lastSignedOff();

    /** The first completed night's date that is not signed off: the only one that can be. */
    Optional<ClosingDate> next();

    /** Signs off in a person's name, where nothing is in the way; what is, is the answer. */
    List<Obstacle> signOff(LocalDate businessDate, String person);

    /**
     * Signs off by the rule every clean date before this one, in their order, up to the first that is not clean: one with an obstacle,
     * with an open case above the limit, or that people reopened.
     *
     * @return the dates that were signed off
     */
    List<LocalDate> signOffBefore(LocalDate businessDate, BigDecimal largestOpenCase);
}
