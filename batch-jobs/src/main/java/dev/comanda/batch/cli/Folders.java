package dev.comanda.batch.cli;

import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.ops.error.ErrorCode;
import dev.comanda.ops.error.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that a command was given. */
final class Folders {

    private Folders() {}

    /** What lies in S3 is asked for when it is read. */
    static void checkReadable(InboxLocation inbox, String option) {
        if (inbox.isS3()) {
            return;
        }
        Path folder = Path.of(inbox.text());
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new OpsException(
                    ErrorCode.UNUSABLE_ARGUMENT, option + " " + folder + " is no folder that can be read");
        }
    }
}
