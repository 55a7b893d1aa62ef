package dev.comanda.cost.scan;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.bill.UnreadableBillException;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.ReportKey;
import dev.comanda.cost.charge.ReportKey.Column;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.fact.AllocatedBill;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

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
     * The cost of the periods by the keys, sorted by the keys as UTF-8 bytes and then by currency. Where nothing is filtered the rows add up
     * to the periods' totals exactly, whatever the keys.
     *
     * @param rules whose the charges are; asked where a key is an owner
     */
    void report(List<PeriodFiles> bills, CostQuestion question, AllocationRules rules, Consumer<CostRow> rows);

    /**
     * Gives every line of a bill an owner.
     *
     * @param use is given the bill, which is closed afterwards
     * @return what its use came to
     */
    <T> T allocate(PeriodFiles bill, AllocationRules rules, Function<AllocatedBill, T> use);

    /** What changed between two bills of a period: amortised, new less old, by {@link #RESTATED_BY}, where it is not 0. */
    void restatement(PeriodFiles before, PeriodFiles after, Consumer<CostRow> rows);
}
