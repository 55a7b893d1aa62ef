package dev.comanda.batch.cli;

import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that a command was given. */
final class Folders {

    private Folders() {}

    static Path readable(Path folder, String option) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, option + " " + folder + " is no folder that can be read");
        }
        return folder;
    }
}
