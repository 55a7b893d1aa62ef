package dev.comanda.batch.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file of the inbox, written line by line; it knows how many lines it has. */
final class InboxFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final String path;
    private final OutputStream out;
    private int lines;

    InboxFile(Path inbox, String path) throws IOException {
        this.path = path;
        Path file = inbox.resolve(path);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        OutputStream buffered = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
        this.out = path.endsWith(".gz") ? new StoredGzip(buffered) : buffered;
    }

    String path() {
        return path;
    }

    /** The number of lines written so far, which is the number of the last one. */
    int lines() {
        return lines;
    }

    /** Writes the line, which brings its own line end, and returns its number. */
    int write(Line line) throws IOException {
        line.writeTo(out);
        return ++lines;
    }

    int write(byte[] line) throws IOException {
        out.write(line);
        return ++lines;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
