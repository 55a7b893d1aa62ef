package dev.comanda.cost.scan.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A DuckDB of this process, in memory, that spills what does not fit to a folder. */
public final class DuckDb implements AutoCloseable {

    /** Each may use the whole memory of its limits; whoever comes third waits. */
    private static final Semaphore AT_ONCE = new Semaphore(2, true);

    private final Connection connection;
    private final DSLContext sql;

    private DuckDb(Connection connection) {
        this.connection = connection;
        this.sql = DSL.using(connection, SQLDialect.DUCKDB);
    }

    public static DuckDb open(ScanLimits limits) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return opened(limits);
        } catch (RuntimeException e) {
            AT_ONCE.release();
            throw e;
        }
    }

    private static DuckDb opened(ScanLimits limits) {
        try {
            DuckDb duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
            duck.sql.execute("set memory_limit = '" + limits.memoryMebibytes() + "MiB'");
            duck.sql.execute("set temp_directory = " + text(limits.spill()));
            duck.sql.execute("set threads = " + limits.threads());
            duck.sql.execute("set TimeZone = 'UTC'");
            // Nothing is kept that could be read again: to pack tables meanwhile only takes time.
            duck.sql.execute("set wal_autocheckpoint = '1TB'");
            return duck;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not be started: " + e.getMessage(), e);
        }
    }

    private static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    DuckDbEngine engine() {
        return new DuckDbEngine(sql);
    }

    public DSLContext sql() {
        return sql;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not be ended: " + e.getMessage(), e);
        } finally {
            AT_ONCE.release();
        }
    }
}
