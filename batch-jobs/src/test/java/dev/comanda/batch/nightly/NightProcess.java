package dev.comanda.batch.nightly;

import dev.comanda.ops.testing.ShortLivedJava;
import dev.comanda.ops.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code nightly} as an operator starts it: the packaged jar in a process of its own, on a test's database. */
final class NightProcess {

    private static final Path JAR = Path.of("target", "batch-jobs-exec.jar");

    private final Process process;
    private final BufferedReader said;
    private final List<String> lines = new ArrayList<>();

    private NightProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    static NightProcess start(LocalDate date, Path inbox, TestDatabase database, Path data) throws IOException {
        ProcessBuilder night = new ProcessBuilder(ShortLivedJava.command(
                        "-jar",
                        JAR.toString(),
                        "nightly",
                        "--date=" + date,
                        "--inbox=" + inbox,
                        "--comanda.data-dir=" + data,
                        "--logging.level.org.springframework.batch=info"))
                .redirectErrorStream(true);
        night.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password()));
        return new NightProcess(night.start());
    }

    /** Kills it, as by kill -9, when it begins a step. */
    void killAtStep(String step) throws IOException, InterruptedException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.contains("Executing step: [" + step + "]")) {
                process.destroyForcibly().waitFor();
                return;
            }
        }
        throw new IOException("The night ended before it came to " + step + ": " + lines);
    }

    /** Its exit status. */
    int end() throws IOException, InterruptedException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
        }
        return process.waitFor();
    }

    String said() {
        return String.join("\n", lines);
    }
}
