package dev.comanda.batch.nightly;

import dev.comanda.ops.reconciliation.ReconciliationSpec;
import dev.comanda.ops.reconciliation.Summary;
import java.util.List;

/** What a step read and wrote, for those who watch it. */
record Counts(long read, long written) {

    static final Counts NONE = new Counts(0, 0);

    static Counts of(ReconciliationSpec spec, List<Summary> published) {
        long items = 0;
        long accounted = 0;
        for (Summary each : published) {
            if (spec.reconciliations().contains(each.reconciliation())) {
                items += each.left().items() + each.right().items();
                accounted += each.matchedLeft() + each.matchedRight();
            }
        }
        return new Counts(items, accounted);
    }
}
