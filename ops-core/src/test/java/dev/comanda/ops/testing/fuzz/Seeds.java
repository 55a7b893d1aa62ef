package dev.comanda.ops.testing.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that broke a law once, in the test resources of the reader's module; every run reads them again. */
public final class Seeds {

    private static final int NAME_LENGTH = 16;

    private final Path folder;

    private Seeds(Path folder) {
        this.folder = folder;
    }

    public static Seeds of(String reader) {
        return new Seeds(
                Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "fuzz", "seeds", reader));
    }

    public List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file under which the input is read again from now on. */
    public Path keep(byte[] input) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(input));
            return Files.write(Files.createDirectories(folder).resolve(digest.substring(0, NAME_LENGTH)), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
