package dev.comanda.batch.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A file of an inbox as it was found.
 *
 * @param path its path in the inbox, with slashes
 * @param modifiedAt to the microsecond, which is what the database keeps
 */
record InboxFile(Path file, String path, long sizeBytes, Instant modifiedAt) {

    static InboxFile at(Path inbox, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String path =
                inbox.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return new InboxFile(
                file,
                path,
                attributes.size(),
                attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    SourceKind kind() {
        return SourceKind.of(path);
    }

    /** Whether it still is as it was found; a file that changed is being written and is left alone. */
    boolean isUnchanged(Path inbox) throws IOException {
        return Files.exists(file) && equals(at(inbox, file));
    }
}
