package dev.comanda.ops.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** Published results in numbers. */
public interface Summaries {

    /** Those published for the date, in the order of {@link Reconciliation}. */
    List<Summary> of(LocalDate businessDate);

    /** How often each law was found broken on the date; laws that held are there with zero. */
    SortedMap<Law, Integer> findings(LocalDate businessDate);
}
