package dev.comanda.cost.simulation.duckdb;

import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.scan.duckdb.DuckDb;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.SimulatedBill.Issue;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.jooq.DSLContext;

/** The lines of a month, as the scripts beside this class make them. */
final class MonthLines implements AutoCloseable {

    private final DuckDb duck;
    private final DSLContext sql;

    /** @param grain the hours that a line is of */
    MonthLines(SimulatedBill bill, YearMonth period, int grain, ScanLimits limits) {
        duck = DuckDb.open(limits);
        sql = duck.sql();
        Scripts.set(sql, "seed", inline(bill.seed()));
        Scripts.set(sql, "rows", inline(bill.rows()));
        Scripts.set(sql, "grain", inline(grain));
        Scripts.set(sql, "month", inline(period.atDay(1).atStartOfDay()));
        Scripts.set(sql, "until", inline(bill.until().atStartOfDay()));
        Scripts.set(sql, "restated", inline(bill.issue() == Issue.RESTATED));
        for (String script : List.of("export.sql", "company.sql", "month.sql", "lines.sql")) {
            Scripts.run(sql, script);
        }
    }

    /** Writes the lines of some steps of the month, the last not included. */
    void write(int from, int to, Path file) {
        sql.execute("create or replace temp view lines as from hourly_lines({0}, {1})", inline(from), inline(to));
        copy("lines", file);
    }

    /** Writes what is billed for the month as a whole. */
    void writeClosing(List<Path> written, Path file) {
        Scripts.set(sql, "written", written);
        Scripts.run(sql, "closing.sql");
        sql.execute("create temp view closing as from closing_lines()");
        copy("closing", file);
    }

    private void copy(String view, Path file) {
        sql.execute(
                "copy (from export_lines({0})) to {1} (format parquet, compression snappy)",
                inline(view), inline(file.toString()));
    }

    @Override
    public void close() {
        duck.close();
    }
}
