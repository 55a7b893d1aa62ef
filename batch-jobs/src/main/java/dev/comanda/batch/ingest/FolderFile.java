package dev.comanda.batch.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A file of a folder.
 *
 * @param identity what a file that was put in its place, or written over it, does not share, though its size and time be the same;
 *     empty where the system tells of none
 */
record FolderFile(Path inbox, Path file, String path, long sizeBytes, Instant modifiedAt, String identity)
        implements InboxFile {

    static FolderFile at(Path inbox, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String path =
                inbox.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return new FolderFile(
                inbox,
                file,
                path,
                attributes.size(),
                attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS),
                attributes.fileKey() + " " + changedAt(file));
    }

    /** When the system itself last saw it change: nobody can set that. */
    private static String changedAt(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ctime").toString()
                : "";
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public boolean isUnchanged() throws IOException {
        return Files.exists(file) && equals(at(inbox, file));
    }

    @Override
    public boolean isKnownByItsLooks() {
        return true;
    }
}
