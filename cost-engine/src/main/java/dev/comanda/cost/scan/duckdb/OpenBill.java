package dev.comanda.cost.scan.duckdb;

import dev.comanda.cost.scan.ChargeScan.PeriodFiles;
import dev.comanda.cost.scan.sql.BillScan;
import org.jooq.DSLContext;

/** A bill's files, and what is asked of their rows. */
record OpenBill(BillFiles files, BillScan scan) {

    static OpenBill of(DSLContext sql, PeriodFiles bill) {
        BillFiles files = BillFiles.open(sql, bill);
        return new OpenBill(files, BillScan.open(sql, files));
    }
}
