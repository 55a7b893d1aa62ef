package dev.comanda.batch.cli;

import dev.comanda.batch.benchmark.Measured;
import dev.comanda.batch.database.EmbeddedDatabase;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.util.FileSystemUtils;

/** What the commands that measure have in common. */
final class Bench {

    private Bench() {}

    /** Writes what is to be measured. */
    interface Simulation {
        void write(Path into) throws IOException;
    }

    /**
     * What was simulated into a folder, now or for an earlier run. It is written under another name first: what was cut off must not be
     * measured.
     *
     * @param said what a user would have to call for the same
     */
    static Path kept(Path folder, String said, PrintWriter out, Simulation simulation) throws IOException {
        if (!Files.exists(folder)) {
            out.println(said);
            out.flush();
            Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
            FileSystemUtils.deleteRecursively(unfinished);
            try {
                simulation.write(unfinished);
            } catch (IllegalArgumentException e) {
                throw new OpsException(ErrorCode.UNUSABLE_ARGUMENT, String.valueOf(e.getMessage()), e);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    /** What is measured is published: that must not happen to what somebody reads. */
    static void checkOwnDatabase(Platform platform, String command) {
        try {
            platform.the(EmbeddedDatabase.class);
        } catch (NoSuchBeanDefinitionException e) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    command + " brings a database of its own; start it without spring.datasource.url",
                    e);
        }
    }

    static void print(Measured measured, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-40s %10.3f s %10.2f s of processors %6d MiB%n",
                measured.what(),
                seconds(measured.took()),
                seconds(measured.processors()),
                measured.peakMebibytes());
        out.flush();
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
