package dev.comanda.cost.imports;

import dev.comanda.cost.bill.UnreadableBillException;
import java.math.BigDecimal;

/** What came of one period of an import. */
public sealed interface ImportOutcome {

    /**
     * Read whole and shown.
     *
     * @param delivery what is shown now
     * @param restatedRows how many rows of account, service and day it changed; 0 for a first import
     * @param restated amortised, new less old; 0 for a first import
     */
    record Imported(PublishedDelivery delivery, int restatedRows, BigDecimal restated) implements ImportOutcome {}

    /** @param delivery shown already; its files were not read again */
    record Unchanged(PublishedDelivery delivery) implements ImportOutcome {}

    /** @param delivery shown already; its cost has other owners now, because the rules have changed */
    record Reallocated(PublishedDelivery delivery) implements ImportOutcome {}

    /** @param problem why nothing of it was taken; what was shown before still is */
    record Refused(UnreadableBillException problem) implements ImportOutcome {}
}
