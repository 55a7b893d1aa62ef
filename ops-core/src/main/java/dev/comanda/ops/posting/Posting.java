package dev.comanda.ops.posting;

import dev.comanda.ops.ledger.Proof;
import java.time.LocalDate;
import java.util.List;

/** Brings the ledger to what the facts, groups and decisions of a date say. */
public interface Posting {

    /**
     * What a posting wrote.
     *
     * @param differing the proofs of the date that do not hold; none where every cent is accounted for
     */
    record Outcome(int journals, int transfers, List<Proof> differing) {

        public Outcome {
            differing = List.copyOf(differing);
        }
    }

    /**
     * Posts the date, after its reconciliations, in one transaction. What is posted for it already is not posted again, and what
     * is posted and no longer so is corrected.
     *
     * @throws dev.comanda.ops.error.OpsException with {@code DATE_ALREADY_PASSED} where a later date is posted
     */
    Outcome post(LocalDate businessDate);
}
