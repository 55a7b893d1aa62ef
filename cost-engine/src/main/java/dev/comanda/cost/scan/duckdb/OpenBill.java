package dev.comanda.cost.scan.duckdb;

import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.sql.BillScan;

/** A bill's files, and what is asked of their rows. */
record OpenBill(BillFiles files, BillScan scan) {

    static OpenBill of(DuckDb duck, PeriodFiles bill) {
        BillFiles files = BillFiles.open(duck.sql(), bill);
        return new OpenBill(files, BillScan.open(duck.engine(), files));
    }
}
