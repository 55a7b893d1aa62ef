package dev.comanda.ops.reconciliation;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/** Published results row by row, in the order in which they are exported. */
public interface ReconciliationExports {

    /**
     * The groups made on the date, the items in transit at its end, and the breaks open at its end.
     *
     * @throws dev.comanda.ops.error.OpsException with {@code NOT_FOUND} where the date is not published
     */
    void rows(Reconciliation reconciliation, LocalDate businessDate, Consumer<ExportRow> rows);

    /** The breaches first seen on the date, sorted by law and reference. */
    void findings(LocalDate businessDate, Consumer<Finding> findings);

    /** What is exported for the date, as a digest: as long as it is the same, so is every row. */
    UUID digest(LocalDate businessDate);
}
