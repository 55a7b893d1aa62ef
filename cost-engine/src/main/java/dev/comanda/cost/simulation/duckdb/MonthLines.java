package dev.comanda.cost.simulation.duckdb;

import static org.jooq.impl.DSL.inline;

import dev.comanda.cost.scan.duckdb.DuckDb;
import dev.comanda.cost.scan.duckdb.ScanLimits;
import dev.comanda.cost.simulation.SimulatedBill;
import dev.comanda.cost.simulation.SimulatedBill.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The lines of a month, as the scripts beside this class make them. */
final class MonthLines implements AutoCloseable {

    private final DuckDb duck;

    private MonthLines(DuckDb duck) {
        this.duck = duck;
    }

    /** @param grain the hours that a line is of */
    static MonthLines open(SimulatedBill bill, YearMonth period, int grain, ScanLimits limits) {
        MonthLines lines = new MonthLines(DuckDb.open(limits));
        lines.set("seed", inline(bill.seed()));
        lines.set("rows", inline(bill.rows()));
        lines.set("grain", inline(grain));
        lines.set("month", inline(period.atDay(1).atStartOfDay()));
        lines.set("until", inline(bill.until().atStartOfDay()));
        lines.set("restated", inline(bill.issue() == Issue.RESTATED));
        List.of("export.sql", "company.sql", "month.sql", "lines.sql").forEach(lines::run);
        return lines;
    }

    /** Writes the lines of some steps of the month, the last not included. */
    void write(int from, int to, Path file) {
        duck.sql()
                .execute("create or replace temp view lines as from hourly_lines({0}, {1})", inline(from), inline(to));
        copy("lines", file);
    }

    /** Writes what is billed for the month as a whole. */
    void writeClosing(List<Path> written, Path file) {
        Field<?>[] files = written.stream().map(each -> inline(each.toString())).toArray(Field<?>[]::new);
        set("written", DSL.array(files));
        run("closing.sql");
        duck.sql().execute("create temp view closing as from closing_lines()");
        copy("closing", file);
    }

    private void copy(String view, Path file) {
        duck.sql()
                .execute(
                        "copy (from export_lines({0})) to {1} (format parquet, compression snappy)",
                        inline(view), inline(file.toString()));
    }

    private void set(String name, Field<?> value) {
        duck.sql().execute("set variable {0} = {1}", DSL.name(name), value);
    }

    /** Past jOOQ, which would take the braces and question marks of a script for its own. */
    private void run(String script) {
        duck.sql().connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(text(script));
            }
        });
    }

    private static String text(String script) {
        try (InputStream bytes = Objects.requireNonNull(MonthLines.class.getResourceAsStream(script), script)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(script + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        duck.close();
    }
}
