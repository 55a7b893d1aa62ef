package dev.comanda.batch.cli;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** UTF-8 text, to a file that appears whole or not at all, or to a writer. */
final class WholeFile {

    private WholeFile() {}

    /** Writes the text. */
    interface Content {
        void write(Writer writer) throws IOException;
    }

    static void write(@Nullable Path output, Writer standardOutput, Content content) {
        try {
            if (output == null) {
                content.write(standardOutput);
                standardOutput.flush();
                return;
            }
            Path absolute = output.toAbsolutePath();
            Path directory = absolute.getParent();
            if (directory == null || !Files.isDirectory(directory)) {
                throw new OpsException(
                        ErrorCode.UNUSABLE_ARGUMENT, "--output " + output + " lies in no folder that is there");
            }
            if (Files.isDirectory(absolute)) {
                throw new OpsException(
                        ErrorCode.UNUSABLE_ARGUMENT, "--output " + output + " is a folder; name a file in it");
            }
            Path unfinished = unfinishedIn(directory, output);
            try (Writer file = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                content.write(file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(unfinished);
                throw e;
            }
            Files.move(unfinished, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written to " + output, e);
        }
    }

    private static Path unfinishedIn(Path directory, Path output) {
        try {
            return Files.createTempFile(directory, ".export", ".tmp");
        } catch (IOException e) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT,
                    "--output " + output + " lies in a folder that cannot be written to",
                    e);
        }
    }
}
