package dev.comanda.ops.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads what the reconciliations published. */
public interface ReconciliationViews {

    /** The dates that were published, the latest first. */
    List<LocalDate> publishedDates(int limit);

    /** What each reconciliation published for the date; one that published nothing is not in the list. */
    List<ReconciliationDay> day(LocalDate businessDate);

    /** How often each law was found broken on the date; laws that held are there with zero. */
    SortedMap<Law, Integer> findings(LocalDate businessDate);

    /** The breaks of a reconciliation that are open at the date's end. */
    List<BreakView> breaks(Selection selection, int offset, int limit);

    Optional<BreakView> findBreak(long id);

    /** The facts of a break, the left side first, at most as many as the limit. */
    List<FactView> facts(long breakId, int limit);

    /**
     * Which breaks to list.
     *
     * @param type one type, or all where it is empty
     */
    record Selection(
            Reconciliation reconciliation, LocalDate businessDate, Optional<BreakType> type, BreakOrder order) {}

    /** Which breaks come first. */
    enum BreakOrder {
        LARGEST,
        OLDEST,
        NEWEST
    }
}
