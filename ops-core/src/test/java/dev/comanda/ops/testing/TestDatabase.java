package dev.comanda.ops.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A migrated database that one test class has for itself. Statements share a few connections; whoever wants his own asks for it. */
public final class TestDatabase {

    private static final int MOST_CONNECTIONS = 8;

    private final TestServer server;
    private final String name;
    private @Nullable HikariDataSource pool;

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** A new connection at every ask. */
    public DataSource dataSource() {
        return server.connectTo(name);
    }

    /** Over a pool: a new connection plans everything anew, which costs a test more than its work. */
    public DSLContext dsl() {
        return DSL.using(pool(), SQLDialect.POSTGRES);
    }

    /** Ends the connections that statements shared, so that the next ones see what was set for the database since. */
    public synchronized void reconnect() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            HikariConfig shared = new HikariConfig();
            shared.setDataSource(dataSource());
            shared.setMaximumPoolSize(MOST_CONNECTIONS);
            shared.setMinimumIdle(0);
            pool = new HikariDataSource(shared);
        }
        return pool;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), name);
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }
}
