package dev.comanda.cost.simulation.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Runs the SQL that lies beside these classes. */
final class Scripts {

    private Scripts() {}

    /** Past jOOQ, which would take the braces and question marks of a script for its own. */
    static void run(DSLContext sql, String script) {
        sql.connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(text(script));
            }
        });
    }

    /** What a script asks for with {@code getvariable}. */
    static void set(DSLContext sql, String variable, Field<?> value) {
        sql.execute("set variable {0} = {1}", DSL.name(variable), value);
    }

    static void set(DSLContext sql, String variable, List<Path> files) {
        set(
                sql,
                variable,
                DSL.array(
                        files.stream().map(each -> DSL.inline(each.toString())).toList()));
    }

    private static String text(String script) {
        try (InputStream bytes = Objects.requireNonNull(Scripts.class.getResourceAsStream(script), script)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(script + " cannot be read", e);
        }
    }
}
