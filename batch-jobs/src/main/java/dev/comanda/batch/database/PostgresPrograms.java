package dev.comanda.batch.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs initdb and pg_ctl on one folder. */
final class PostgresPrograms {

    /** Long enough for the recovery of a full write-ahead log after a power cut. */
    private static final Duration START_MAX = Duration.ofMinutes(5);

    private static final Duration STOP_MAX = Duration.ofMinutes(2);
    private static final Duration INITDB_MAX = Duration.ofMinutes(2);

    /** A program that got its own limit and did not keep it is given this much more. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int LOG_TAIL_LINES_MAX = 5;
    private static final long SERVER_LOG_BYTES_MAX = 10L * 1024 * 1024;

    private final Path binaries;
    private final DatabaseFolder folder;

    PostgresPrograms(Path binaries, DatabaseFolder folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    /** One collation everywhere, by code point: exports are sorted by it, whatever the machine's language is. */
    void createCluster(String user) throws IOException {
        run(
                INITDB_MAX,
                folder.commandLog(),
                List.of(
                        program("initdb"),
                        "--pgdata=" + folder.cluster(),
                        "--username=" + user,
                        "--pwfile=" + folder.passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
    }

    void start(int port, PostgresSettings settings) throws IOException {
        if (Files.exists(folder.serverLog()) && Files.size(folder.serverLog()) > SERVER_LOG_BYTES_MAX) {
            Files.delete(folder.serverLog());
        }
        String options = settings.asMap().entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        run(
                START_MAX,
                folder.serverLog(),
                List.of(
                        program("pg_ctl"),
                        "--pgdata=" + folder.cluster(),
                        "--log=" + folder.serverLog(),
                        "--options=" + options,
                        "--timeout=" + START_MAX.toSeconds(),
                        "--wait",
                        "start"));
    }

    void stop() throws IOException {
        run(
                STOP_MAX,
                folder.serverLog(),
                List.of(
                        program("pg_ctl"),
                        "--pgdata=" + folder.cluster(),
                        "--mode=fast",
                        "--timeout=" + STOP_MAX.toSeconds(),
                        "--wait",
                        "stop"));
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private void run(Duration limit, Path tellingLog, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own root is nobody.
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(folder.commandLog().toFile()));
        // Its words go into messages of ours; pg_ctl reads no connection from the environment.
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("PostgreSQL in " + folder.root() + " did not answer within " + limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL in " + folder.root() + " was at work", e);
        }
        if (process.exitValue() != 0) {
            String name =
                    binaries.relativize(Path.of(command.get(0))).getFileName().toString();
            throw new IOException(name + " failed in " + folder.root() + " (see " + tellingLog.getFileName() + "): "
                    + tail(tellingLog) + reasonWhenRoot());
        }
    }

    private static String reasonWhenRoot() {
        return "root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()
                ? " - as root it needs 'unshare -U', which this machine refuses: run as another user,"
                        + " or set SPRING_DATASOURCE_URL"
                : "";
    }

    private static String tail(Path log) throws IOException {
        if (Files.notExists(log)) {
            return "";
        }
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES_MAX), lines.size()));
    }
}
