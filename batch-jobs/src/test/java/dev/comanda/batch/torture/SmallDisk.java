package dev.comanda.batch.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk in memory, mounted for a test, that can be filled up. */
final class SmallDisk {

    private static final int PATIENCE_SECONDS = 30;
    private static final int BLOCK = 4096;

    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /** Empty, with a line that says so, where this user may mount nothing. */
    static Optional<SmallDisk> mount(Path root, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectories(root);
        if (!succeeds("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "comanda-torture", root.toString())) {
            Disturbances.print("SKIPPED: no disk can be mounted here (as root it can): nothing was filled up");
            return Optional.empty();
        }
        return Optional.of(new SmallDisk(root));
    }

    Path root() {
        return root;
    }

    /** Takes all space but so much. */
    void fillUp(long leavingBytes) throws IOException {
        FileStore store = Files.getFileStore(root);
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            byte[] block = new byte[BLOCK];
            while (store.getUsableSpace() > leavingBytes) {
                ballast.write(block);
            }
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return root.resolve("ballast");
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException thereIsNoSuchCommand) {
            return false;
        }
    }

    void unmount() throws IOException, InterruptedException {
        if (!succeeds("umount", root.toString())) {
            throw new IOException(root + " could not be unmounted; do it by hand");
        }
    }
}
