package dev.comanda.cost.scan.trino;

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
import java.util.function.Supplier;

/** Bills that are a table of Trino. Of the files of a bill only the period counts: the table is what is read. */
public final class TrinoChargeScan implements ChargeScan {

    private final Supplier<TrinoEngine> engines;

    /** @param engines a new one for each question; it is closed here */
    public TrinoChargeScan(Supplier<TrinoEngine> engines) {
        this.engines = engines;
    }

    @Override
    public Totals totals(PeriodFiles bill) {
        try (TrinoEngine engine = engines.get()) {
            TrinoBill source = TrinoBill.open(engine.sql(), engine.tables(), bill.period());
            Totals totals = BillScan.open(engine, source).totals();
            if (totals.rows() == 0) {
                throw source.unreadable("has no row of the period; add its partition to the table");
            }
            return totals;
        }
    }

    @Override
    public void report(List<PeriodFiles> bills, CostQuestion question, AllocationRules rules, Consumer<CostRow> rows) {
        try (TrinoEngine engine = engines.get()) {
            List<BillScan> scans =
                    bills.stream().map(bill -> scan(engine, bill)).toList();
            new BillReports(engine).report(scans, question, rules, rows);
        }
    }

    @Override
    public <T> T allocate(PeriodFiles bill, AllocationRules rules, Function<AllocatedBill, T> use) {
        try (TrinoEngine engine = engines.get()) {
            return use.apply(StoredAllocatedBill.of(engine, scan(engine, bill), rules));
        }
    }

    /** Refuses: a table has one state of a month, and a restatement is the difference of two. */
    @Override
    public void restatement(PeriodFiles before, PeriodFiles after, Consumer<CostRow> rows) {
        try (TrinoEngine engine = engines.get()) {
            throw TrinoBill.open(engine.sql(), engine.tables(), after.period())
                    .unreadable("has one state of the month, and a restatement is the difference of two deliveries;"
                            + " ask it of their files");
        }
    }

    private static BillScan scan(TrinoEngine engine, PeriodFiles bill) {
        return BillScan.open(engine, TrinoBill.open(engine.sql(), engine.tables(), bill.period()));
    }
}
