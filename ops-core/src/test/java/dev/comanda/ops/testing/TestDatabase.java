package dev.comanda.ops.testing;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A migrated database that one test class has for itself. Its connections are not pooled. */
public final class TestDatabase {

    private final TestServer server;
    private final String name;

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    String name() {
        return name;
    }

    public DataSource dataSource() {
        return server.connectTo(name);
    }

    public DSLContext dsl() {
        return DSL.using(dataSource(), SQLDialect.POSTGRES);
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
