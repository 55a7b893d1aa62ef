package dev.comanda.cost.imports;

import dev.comanda.cost.charge.CostRow;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what was imported and what was refused. */
public interface ImportHistory {

    /** What is shown of each period, the newest period first. */
    List<ImportedDelivery> shown(int offset, int limit);

    /** When a delivery was taken over last; empty where none was. */
    Optional<Instant> lastImport();

    /** All deliveries of a period that were taken over, the first one first. */
    List<ImportedDelivery> deliveries(YearMonth period);

    /** What a delivery changed of the one before it, sorted by account, service and date. */
    List<CostRow> restatement(long delivery, int offset, int limit);

    /** The same, all of it. */
    void restatement(long delivery, Consumer<CostRow> rows);

    /** What was refused and is not followed by a whole delivery yet, the latest first. */
    List<Refusal> open(int limit);

    /** How many those are. */
    int countOpen();

    /** What was refused of a period, the latest first. */
    List<Refusal> refusals(YearMonth period, int limit);
}
