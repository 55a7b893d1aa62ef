package dev.comanda.batch.nightly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bad file of an inbox, and what must become of it.
 *
 * @param path its path in the inbox
 * @param says what its sentence, or that of its first reject, must hold
 */
@SuppressWarnings("ArrayRecordComponent")
record HostileFile(String path, byte[] bytes, Fate fate, long accepted, long rejected, String says) {

    enum Fate {
        /** Nothing of it is taken, and a sentence says why. */
        UNREADABLE,
        /** So many records are rejected, each with its line, and so many are taken. */
        DAMAGED,
        /** It is odd and yet a right file, of which so many records are taken. */
        TAKEN
    }

    static HostileFile unreadable(String path, byte[] bytes, String says) {
        return new HostileFile(path, bytes, Fate.UNREADABLE, 0, 0, says);
    }

    static HostileFile unreadable(String path, String text, String says) {
        return unreadable(path, text.getBytes(StandardCharsets.UTF_8), says);
    }

    static HostileFile damaged(String path, byte[] bytes, long accepted, long rejected, String says) {
        return new HostileFile(path, bytes, Fate.DAMAGED, accepted, rejected, says);
    }

    static HostileFile damaged(String path, String text, long accepted, String says) {
        return damaged(path, text.getBytes(StandardCharsets.UTF_8), accepted, 1, says);
    }

    static HostileFile taken(String path, byte[] bytes, long accepted) {
        return new HostileFile(path, bytes, Fate.TAKEN, accepted, 0, "");
    }

    static HostileFile taken(String path, String text, long accepted) {
        return taken(path, text.getBytes(StandardCharsets.UTF_8), accepted);
    }

    void writeInto(Path inbox) throws IOException {
        Path file = inbox.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
