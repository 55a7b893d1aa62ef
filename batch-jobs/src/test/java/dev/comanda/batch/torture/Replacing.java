package dev.comanda.batch.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** How somebody puts another content in a file's place. */
enum Replacing {
    /** Written beside it and renamed, as one should. */
    RENAMED,
    /** Written over it, with a pause in the midst. */
    REWRITTEN,
    /** Renamed, of the same size and with the same time of change. */
    DISGUISED;

    private static final long PAUSE_NANOS = 20_000_000;

    /** The content that takes the place of a file: as it is, or as long as that file is. */
    byte[] fit(byte[] content, int length) throws IOException {
        return this == DISGUISED ? asLongAs(length, content) : content;
    }

    void replace(Path file, byte[] content) throws IOException {
        if (this == REWRITTEN) {
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(content, 0, content.length / 2);
                // A copy that comes over a network pauses too; what reads in the pause sees half a file.
                LockSupport.parkNanos(PAUSE_NANOS);
                out.write(content, content.length / 2, content.length - content.length / 2);
            }
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        FileTime changed = Files.getLastModifiedTime(file);
        Files.write(beside, content);
        if (this == DISGUISED) {
            Files.setLastModifiedTime(beside, changed);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** As many of its lines as there is room for, and blanks behind the last. */
    private static byte[] asLongAs(int length, byte[] lines) {
        ByteArrayOutputStream fitted = new ByteArrayOutputStream(length);
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n", -1)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (fitted.size() + bytes.length + 2 > length || bytes.length == 0) {
                break;
            }
            fitted.writeBytes(bytes);
            fitted.write('\n');
        }
        byte[] padded = Arrays.copyOf(fitted.toByteArray(), length);
        Arrays.fill(padded, fitted.size() - 1, length - 1, (byte) ' ');
        padded[length - 1] = '\n';
        return padded;
    }
}
