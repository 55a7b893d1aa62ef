package dev.comanda.cost.scan;

import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Metric;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.Totals;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/** Reads the charge lines of bills. */
public interface ChargeScan {

    /** What a restatement is told by. */
    List<ReportKey> RESTATED_BY = List.of(Column.ACCOUNT, Column.SERVICE, Column.DATE);

    /**
     * The files of a period's bill.
     *
     * @param files in any order; the answer does not depend on it
     */
    record PeriodFiles(YearMonth period, List<Path> files) {

        public PeriodFiles {
            files = List.copyOf(files);
        }
    }

    /**
     * What a bill adds up to, after it was checked from its first row to its last.
     *
     * @throws UnreadableBillException where a file cannot be read, a column is missing, or rows contradict the period or each other
     */
    Totals totals(PeriodFiles bill);

    /**
     * The cost of the periods by the keys, sorted by the keys as UTF-8 bytes and then by currency. The rows add up to the periods' totals
     * exactly, whatever the keys.
     */
    void report(List<PeriodFiles> bills, List<ReportKey> keys, Metric metric, Consumer<CostRow> rows);

    /** What changed between two bills of a period: amortised, new less old, by {@link #RESTATED_BY}, where it is not 0. */
    void restatement(PeriodFiles before, PeriodFiles after, Consumer<CostRow> rows);
}
