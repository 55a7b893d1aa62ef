package dev.comanda.ops.decision;

import java.time.LocalDate;

/** The night's decisions. */
public interface Decisions {

    /**
     * Makes cases of the date's breaks, findings and rejects, asks the policies about those that wait, and publishes what they and
     * people decided; in one transaction. Done again for the latest date, it first takes back what the date's night had decided, so
     * that the outcome is that of one run. What people did meanwhile stays.
     */
    CaseTally decide(LocalDate businessDate);
}
