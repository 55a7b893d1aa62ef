package dev.comanda.ops.decision;

import java.time.LocalDate;
import java.util.function.Consumer;

/** What a date's policies decided, row by row, sorted by cause, subject and case. */
public interface DecisionExports {

    void decisions(LocalDate businessDate, Consumer<DecisionRow> rows);
}
