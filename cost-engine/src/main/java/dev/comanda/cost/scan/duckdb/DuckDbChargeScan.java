package dev.comanda.cost.scan.duckdb;

import dev.comanda.cost.allocation.AllocationRules;
import dev.comanda.cost.charge.CostQuestion;
import dev.comanda.cost.charge.CostRow;
import dev.comanda.cost.charge.Totals;
import dev.comanda.cost.fact.AllocatedBill;
import dev.comanda.cost.scan.ChargeScan;
import dev.comanda.cost.scan.sql.BillReports;
import dev.comanda.cost.scan.sql.BillScan;
import dev.comanda.cost.scan.sql.StoredAllocatedBill;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** DuckDB in this process: each question opens its own, so that none holds another's memory. */
public final class DuckDbChargeScan implements ChargeScan {

    private final ScanLimits limits;

    public DuckDbChargeScan(ScanLimits limits) {
        this.limits = limits;
    }

    @Override
    public Totals totals(PeriodFiles bill) {
        try (DuckDb duck = DuckDb.open(limits)) {
            BillScan scan = scan(duck, bill);
            // Here and not with each question: what is published was added up once.
            PackedFiles.check(bill);
            return scan.totals();
        }
    }

    @Override
    public void report(List<PeriodFiles> bills, CostQuestion question, AllocationRules rules, Consumer<CostRow> rows) {
        try (DuckDb duck = DuckDb.open(limits)) {
            List<BillScan> scans = bills.stream().map(bill -> scan(duck, bill)).toList();
            new BillReports(duck.engine()).report(scans, question, rules, rows);
        }
    }

    @Override
    public <T> T allocate(PeriodFiles bill, AllocationRules rules, Function<AllocatedBill, T> use) {
        try (DuckDb duck = DuckDb.open(limits)) {
            return use.apply(StoredAllocatedBill.of(duck.engine(), scan(duck, bill), rules));
        }
    }

    @Override
    public void restatement(PeriodFiles before, PeriodFiles after, Consumer<CostRow> rows) {
        try (DuckDb duck = DuckDb.open(limits)) {
            new BillReports(duck.engine()).restatement(scan(duck, before), scan(duck, after), rows);
        }
    }

    private static BillScan scan(DuckDb duck, PeriodFiles bill) {
        return OpenBill.of(duck, bill).scan();
    }
}
