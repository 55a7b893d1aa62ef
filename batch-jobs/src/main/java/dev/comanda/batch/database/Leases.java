package dev.comanda.batch.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who uses the server: one locked file per user. The operating system unlocks the file of a process that was killed, so
 * that its lease counts as gone. All methods are called with the door held.
 */
final class Leases {

    /**
     * The leases of this process. Their files must not be opened again: closing any channel of a file gives up all
     * locks that the process has on it.
     */
    private static final Set<Path> OF_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path directory;

    Leases(Path directory) {
        this.directory = directory;
    }

    Lease take() throws IOException {
        Path file = directory.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        OF_THIS_PROCESS.add(file);
        return new Lease(file, channel, lock);
    }

    /** Whether anybody uses the server; removes what dead processes left behind. */
    boolean anyLeft() throws IOException {
        boolean anyLeft = false;
        for (Path file : files()) {
            anyLeft |= OF_THIS_PROCESS.contains(file) || heldElsewhere(file);
        }
        return anyLeft;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static boolean heldElsewhere(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return true;
            }
            Files.deleteIfExists(file);
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    record Lease(Path file, FileChannel channel, FileLock lock) {

        void giveBack() throws IOException {
            Files.deleteIfExists(file);
            lock.release();
            channel.close();
            OF_THIS_PROCESS.remove(file);
        }
    }
}
