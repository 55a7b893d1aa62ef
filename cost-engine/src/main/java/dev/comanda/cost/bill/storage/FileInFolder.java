package dev.comanda.cost.bill.storage;

import dev.comanda.cost.bill.BillFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a folder.
 *
 * @param modifiedAt with the size, tells it from one that is rewritten in place
 * @param key tells it from one that is moved into its place, whatever size and time that has; null where the file system has none
 */
record FileInFolder(Path path, long sizeBytes, Instant modifiedAt, @Nullable Object key) implements BillFile {

    static FileInFolder at(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileInFolder(
                path, attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public String place() {
        return path.toString();
    }

    @Override
    public String mark() {
        return "%d|%d|%d".formatted(sizeBytes, modifiedAt.getEpochSecond(), modifiedAt.getNano());
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void copyTo(Path target) throws IOException {
        Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean isUnchanged() throws IOException {
        return Files.isRegularFile(path) && equals(at(path));
    }
}
