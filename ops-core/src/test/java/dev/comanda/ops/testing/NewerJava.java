package dev.comanda.ops.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDK 25 of this machine, if one is installed: where JAVA25_HOME points, or under /usr/lib/jvm. */
public final class NewerJava {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private NewerJava() {}

    /** Its java command; empty, with a line that says so, where there is none. */
    public static Optional<Path> command() throws IOException {
        Optional<Path> command = homes().stream()
                .map(home -> home.resolve("bin").resolve("java"))
                .filter(Files::isExecutable)
                .findFirst();
        if (command.isEmpty()) {
            System.out.println("SKIPPED: no JDK 25 (set JAVA25_HOME to one): the jars were not tried on it");
        }
        return command;
    }

    private static List<Path> homes() throws IOException {
        String named = System.getenv("JAVA25_HOME");
        if (named != null) {
            return List.of(Path.of(named));
        }
        if (Files.notExists(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(INSTALLED)) {
            return found.filter(home -> home.getFileName().toString().contains("25"))
                    .sorted()
                    .toList();
        }
    }
}
