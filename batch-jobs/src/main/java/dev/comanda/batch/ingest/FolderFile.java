package dev.comanda.batch.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A file of a folder. */
record FolderFile(Path inbox, Path file, String path, long sizeBytes, Instant modifiedAt) implements InboxFile {

    static FolderFile at(Path inbox, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String path =
                inbox.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return new FolderFile(
                inbox,
                file,
                path,
                attributes.size(),
                attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS));
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
