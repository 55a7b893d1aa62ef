package dev.comanda.cost.scan.trino;

import dev.comanda.cost.scan.sql.Dialect;
import dev.comanda.cost.scan.sql.Engine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, for one question. Trino has no tables that end with a connection: what is stored has a name of its own in the scratch
 * schema, and is dropped in the end, however the question ends.
 */
public final class TrinoEngine implements Engine, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrinoEngine.class);

    private final Connection connection;
    private final DSLContext sql;
    private final TrinoTables tables;
    private final String suffix;
    private final List<Table<?>> stored = new ArrayList<>();

    /** @param suffix tells the tables of this question from those of others that are asked meanwhile */
    TrinoEngine(Connection connection, TrinoTables tables, String suffix) {
        this.connection = connection;
        // A statement with parameters travels to Trino in a header of HTTP, for which these are too long.
        this.sql = DSL.using(
                connection, SQLDialect.TRINO, new Settings().withStatementType(StatementType.STATIC_STATEMENT));
        this.tables = tables;
        this.suffix = suffix;
    }

    /**
     * @param url of JDBC, {@code jdbc:trino://host:port}; its parameters say how to sign in where a user's name is not enough
     * @throws IllegalStateException where there is no connection to be had
     */
    public static TrinoEngine open(String url, String user, TrinoTables tables) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        try {
            return new TrinoEngine(
                    DriverManager.getConnection(url, properties),
                    tables,
                    UUID.randomUUID().toString().replace('-', '_'));
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Trino is not to be reached at " + url + ": " + e.getMessage() + "; see comanda.cost.trino.url", e);
        }
    }

    TrinoTables tables() {
        return tables;
    }

    @Override
    public DSLContext sql() {
        return sql;
    }

    @Override
    public Dialect dialect() {
        return TrinoDialect.INSTANCE;
    }

    @Override
    public Table<?> store(String name, Select<?> rows) {
        Table<?> table = DSL.table(tables.scratch("comanda_" + name + "_" + suffix));
        stored.add(table);
        sql.createTable(table).as(rows).execute();
        return table;
    }

    @Override
    public void close() {
        try (connection) {
            stored.forEach(this::drop);
        } catch (SQLException e) {
            LOG.warn("The connection to Trino could not be ended", e);
        }
    }

    /** That a table stays behind changes no answer. */
    private void drop(Table<?> table) {
        try {
            sql.dropTableIfExists(table).execute();
        } catch (DataAccessException e) {
            LOG.warn("The table {} of Trino could not be dropped; it is of no more use", table, e);
        }
    }
}
