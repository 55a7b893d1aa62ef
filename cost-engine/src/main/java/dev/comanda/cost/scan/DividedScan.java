package dev.comanda.cost.scan;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.fact.AllocatedBill;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Two engines for one bill. What checks a delivery is asked of its files: its totals, and what it restates. What groups and divides is
 * asked of the other engine; since facts must add up to the totals before they are published, a table that has another state of the
 * month than the files is found out then.
 *
 * @param files reads the files of a delivery
 * @param table reads what has the same rows
 */
public record DividedScan(ChargeScan files, ChargeScan table) implements ChargeScan {

    @Override
    public Totals totals(PeriodFiles bill) {
        return files.totals(bill);
    }

    @Override
    public void report(List<PeriodFiles> bills, CostQuestion question, AllocationRules rules, Consumer<CostRow> rows) {
        table.report(bills, question, rules, rows);
    }

    @Override
    public <T> T allocate(PeriodFiles bill, AllocationRules rules, Function<AllocatedBill, T> use) {
        return table.allocate(bill, rules, use);
    }

    @Override
    public void restatement(PeriodFiles before, PeriodFiles after, Consumer<CostRow> rows) {
        files.restatement(before, after, rows);
    }
}
