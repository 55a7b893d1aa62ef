package dev.comanda.ops.testing;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class a real, migrated, empty PostgreSQL of its own: from a container where a container engine answers,
 * else from the embedded server.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PostgresExtension postgres = new PostgresExtension();
 * }</pre>
 *
 * One server serves all test classes of a JVM. The tests of one class share the database.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {

    private @Nullable TestDatabase database;

    @Override
    public void beforeAll(ExtensionContext context) {
        database = TestServer.running().newDatabase();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database().reconnect();
        TestServer.running().drop(database());
    }

    public TestDatabase database() {
        if (database == null) {
            throw new IllegalStateException("The database is there from beforeAll on: register the extension static");
        }
        return database;
    }

    public DataSource dataSource() {
        return database().dataSource();
    }

    public DSLContext dsl() {
        return database().dsl();
    }
}
