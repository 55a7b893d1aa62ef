package dev.comanda.ops.testing;

import java.util.ArrayList;
import java.util.List;
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

    private final List<TestDatabase> further = new ArrayList<>();
    private @Nullable TestDatabase database;

    @Override
    public void beforeAll(ExtensionContext context) {
        database = TestServer.running().newDatabase();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database().reconnect();
        TestServer.running().drop(database());
        for (TestDatabase each : further) {
            each.reconnect();
            TestServer.running().drop(each);
        }
        further.clear();
    }

    /** One more, as empty as the first was, until the class ends. */
    public TestDatabase another() {
        TestDatabase another = TestServer.running().newDatabase();
        further.add(another);
        return another;
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
