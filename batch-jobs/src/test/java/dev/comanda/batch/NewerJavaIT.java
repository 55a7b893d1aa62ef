package dev.comanda.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.ops.testing.NewerJava;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The executable jar, as it is packaged, on the JDK after next. */
class NewerJavaIT {

    private static final Path JAR = Path.of("target", "batch-jobs-exec.jar");

    @Test
    void theCommandLineStartsOnJava25() throws Exception {
        Optional<Path> java = NewerJava.command();
        assumeTrue(java.isPresent(), "no JDK 25");

        Process process = new ProcessBuilder(java.get().toString(), "-jar", JAR.toString(), "--help")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("Usage:");
    }
}
