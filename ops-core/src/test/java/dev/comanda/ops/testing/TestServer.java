package dev.comanda.ops.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this JVM's tests: started once, migrated once into a template, copied for each test class. It sorts
 * by code point, as the embedded database of the product does.
 */
record TestServer(String host, int port, String user, String password) {

    private static final String IMAGE = "postgres:18";
    private static final String TEMPLATE = "comanda_template";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Started by the first test that asks; it ends with the JVM. */
    static TestServer running() {
        return Started.SERVER;
    }

    /** A fresh copy of the migrated template. */
    TestDatabase newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(this, name);
    }

    void drop(TestDatabase database) {
        execute("drop database " + database.name() + " with (force)");
    }

    PGSimpleDataSource connectTo(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {host});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName(database);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    private void prepareTemplate() {
        execute("create database " + TEMPLATE);
        Flyway.configure(TestServer.class.getClassLoader())
                .dataSource(connectTo(TEMPLATE))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** Names cannot be parameters in these statements, and none of ours comes from outside. */
    private void execute(String statement) {
        try (Connection connection = connectTo("postgres").getConnection();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database refused: " + statement, e);
        }
    }

    private static final class Started {

        static final TestServer SERVER = start();

        private static TestServer start() {
            TestServer server = containerEngineAnswers() ? startContainer() : startEmbedded();
            server.prepareTemplate();
            return server;
        }

        /** Asking Testcontainers alone would cost seconds and a page of log on machines that have no engine. */
        private static boolean containerEngineAnswers() {
            boolean engineInSight = System.getenv("DOCKER_HOST") != null
                    || Stream.of(
                                    Path.of("/var/run/docker.sock"),
                                    Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"))
                            .anyMatch(Files::exists);
            return engineInSight
                    && org.testcontainers.DockerClientFactory.instance().isDockerAvailable();
        }

        /** Testcontainers removes the container when the JVM is gone. */
        @SuppressWarnings("resource")
        private static TestServer startContainer() {
            PostgreSQLContainer container = new PostgreSQLContainer(IMAGE)
                    .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8");
            container.start();
            return new TestServer(
                    container.getHost(),
                    container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                    container.getUsername(),
                    container.getPassword());
        }

        /** The embedded server stops in a shutdown hook of its own. */
        @SuppressWarnings("resource")
        private static TestServer startEmbedded() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .start();
                return new TestServer("localhost", server.getPort(), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
            }
        }
    }
}
