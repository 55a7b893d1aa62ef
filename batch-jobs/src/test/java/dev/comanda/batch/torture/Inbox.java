package dev.comanda.batch.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Copies of an inbox, for nights that may spoil them. */
final class Inbox {

    private Inbox() {}

    /** Each file keeps its time, so that its copies look alike. */
    static Path copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.resolveSibling(""));
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return to;
    }

    static List<Path> files(Path inbox) throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void delete(Path inbox) throws IOException {
        FileSystemUtils.deleteRecursively(inbox);
    }
}
