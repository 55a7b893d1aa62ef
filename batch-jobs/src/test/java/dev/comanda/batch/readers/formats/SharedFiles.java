package dev.comanda.batch.readers.formats;

import dev.comanda.batch.readers.Records;
import dev.comanda.batch.readers.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real and synthetic files beside the project; a test that needs them is skipped where they are absent. */
final class SharedFiles {

    private SharedFiles() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("comanda.shared", "../../shared"), name);
        boolean there = Files.isDirectory(folder);
        if (!there) {
            System.out.println("SKIPPED: there is no folder shared/" + name + " beside the project");
        }
        Assumptions.assumeTrue(there, "no folder shared/" + name);
        return folder;
    }

    /** Reads a file as one that lies at a path of the inbox. */
    static Records read(Path file, String pathInInbox) throws UnreadableFileException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), FileFormats.LOOK_AHEAD)) {
            return Records.of(FileFormats.of(pathInInbox, in).reader(), in);
        }
    }
}
