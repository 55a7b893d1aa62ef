package dev.comanda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.ops.testing.NewerJava;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jar, as it is packaged, on the JDK after next. */
class NewerJavaIT {

    private static final long LONGEST_START_SECONDS = 120;

    private static final Path JAR = Path.of("target", "backoffice-web-exec.jar");

    @Test
    void theBackofficeStartsOnJava25AndLeavesNothingRunning(@TempDir Path dataFolder) throws Exception {
        Optional<Path> java = NewerJava.command();
        assumeTrue(java.isPresent(), "no JDK 25");

        Process process = new ProcessBuilder(
                        java.get().toString(),
                        "-jar",
                        JAR.toString(),
                        "--server.port=0",
                        "--comanda.data-dir=" + dataFolder)
                .redirectErrorStream(true)
                .start();
        // A start that says nothing must fail the build, not hold it.
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> deadline = watch.schedule(process::destroyForcibly, LONGEST_START_SECONDS, TimeUnit.SECONDS);
        List<String> said = new ArrayList<>();
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("Started ComandaBackoffice")) {
                    process.toHandle().destroy();
                }
            }
        }
        process.waitFor();
        deadline.cancel(false);
        watch.shutdown();

        assertThat(said).anyMatch(line -> line.contains("Started ComandaBackoffice"));
        assertThat(Files.exists(dataFolder.resolve("postgres/cluster/postmaster.pid")))
                .as("a database still runs")
                .isFalse();
    }
}
