package dev.comanda.ops.decision;

import java.time.LocalDate;

/** Counts what nights decided. */
public interface CaseTallies {

    CaseTally of(LocalDate businessDate);
}
