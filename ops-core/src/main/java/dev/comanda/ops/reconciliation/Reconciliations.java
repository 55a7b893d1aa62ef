package dev.comanda.ops.reconciliation;

import java.time.LocalDate;
import java.util.Optional;

/** Runs reconciliations and says what they published. */
public interface Reconciliations {

    /** What came of asking for a run. */
    enum Outcome {
        /** The date was reconciled and published. */
        PUBLISHED,
        /** The date stands as it is: nothing has come in since it was published. */
        UNCHANGED
    }

    /**
     * Takes the sources that are there for the date: what is reconciled, checked and posted from here on is of these and of those
     * taken before, and what commits later waits for the next night. Taking again for the latest date adds what has come since.
     *
     * @return how many were taken
     * @throws dev.comanda.ops.error.OpsException with {@code DATE_ALREADY_PASSED} where a later date is published
     */
    int takeSources(LocalDate businessDate);

    /**
     * Reconciles everything of the taken sources whose business date is not after the given one, and publishes it in one transaction. The latest
     * date can be run again, which replaces what it published.
     *
     * @throws dev.comanda.ops.error.OpsException with {@code DATE_ALREADY_PASSED} where a later date is published
     */
    Outcome reconcile(ReconciliationSpec spec, LocalDate businessDate);

    /** Checks the laws of CONTRACTS section 1 on what was not checked yet; after the reconciliations of the date. */
    Outcome checkLaws(LocalDate businessDate);

    /** The last date that any reconciliation has published. */
    Optional<LocalDate> lastPublished();
}
