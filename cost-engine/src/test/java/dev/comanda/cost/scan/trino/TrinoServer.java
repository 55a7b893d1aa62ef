package dev.comanda.cost.scan.trino;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A Trino in a process of its own: nothing of what it is made of comes onto the class path of the tests. */
final class TrinoServer {

    /** What the module trino-testserver gathers; a Trino that runs already may be named instead. */
    private static final Path CLASS_PATH =
            Path.of(System.getProperty("comanda.trino.classpath", "trino-testserver/target/classpath"));

    private static final String READY = "READY ";
    private static final int MINUTES = 3;

    private static @Nullable TrinoServer shared;

    private final String url;

    private TrinoServer(String url) {
        this.url = url;
    }

    /** The one of all tests, which ends with them. Where there is none to start, the test is skipped and says why. */
    static synchronized TrinoServer shared() {
        if (shared == null) {
            String running = System.getProperty("comanda.trino.test-url", "");
            shared = running.isBlank() ? started() : new TrinoServer(running);
        }
        return shared;
    }

    private static TrinoServer started() {
        assumeTrue(
                Files.exists(CLASS_PATH),
                "no Trino was gathered; mvn -f cost-engine/trino-testserver process-classes does it");
        try {
            String libraries = Files.readString(CLASS_PATH).strip();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-Duser.timezone=UTC",
                            "-cp",
                            CLASS_PATH.resolveSibling("classes") + File.pathSeparator + libraries,
                            "dev.comanda.trino.TrinoTestServer")
                    .redirectError(CLASS_PATH.resolveSibling("server.log").toFile())
                    .start();
            // It ends with its input, too, which is this process's to give.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new TrinoServer("jdbc:trino://" + address(process) + "/memory/default");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Process process) {
        CompletableFuture<String> ready = CompletableFuture.supplyAsync(() -> read(process.inputReader()));
        try {
            return ready.get(MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("Trino did not start; see server.log beside " + CLASS_PATH, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Trino was starting", e);
        }
    }

    private static String read(BufferedReader output) {
        return output.lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("it ended"));
    }

    String url() {
        return url;
    }

    Connection connection() throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", "test");
        return DriverManager.getConnection(url, user);
    }
}
