package dev.comanda.cost.focus.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Statements of DuckDB made of text. */
final class Statements {

    private Statements() {}

    /**
     * Past jOOQ, which would take the braces and question marks of a script for its own.
     *
     * @throws IllegalStateException with what DuckDB says in its first line; what follows is advice to whom can change its options
     */
    static void run(DSLContext sql, String statement) {
        try {
            sql.connection(connection -> {
                try (Statement plain = connection.createStatement()) {
                    plain.execute(statement);
                }
            });
        } catch (DataAccessException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "DuckDB could not write the export: "
                            + String.valueOf(cause.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    e);
        }
    }

    /** A file that lies beside this class. */
    static String text(String resource) {
        try (InputStream bytes = Objects.requireNonNull(Statements.class.getResourceAsStream(resource), resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    /** When a month begins. */
    static String utc(YearMonth month) {
        return "timestamptz '" + month.atDay(1) + " 00:00:00+00'";
    }
}
