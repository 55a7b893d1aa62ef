package dev.comanda.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed tables are those of the migrations. */
class GeneratedTablesIT {

    private static final Path COMMITTED = Path.of("src/main/java");

    @Test
    void theCommittedTablesAreWhatTheMigrationsGenerate(@TempDir Path fresh) throws Exception {
        GenerateTables.generateInto(fresh);

        Map<String, String> committed = contents(COMMITTED);
        Map<String, String> generated = contents(fresh);
        Set<String> different = new TreeSet<>(committed.keySet());
        different.addAll(generated.keySet());
        different.removeIf(file -> Objects.equals(committed.get(file), generated.get(file)));

        assertThat(different)
                .as("run mvn -q -pl sql -Pgenerate process-test-classes and commit what it writes")
                .isEmpty();
    }

    private static Map<String, String> contents(Path sourceRoot) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> found = Files.walk(sourceRoot)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("package-info.java")) {
                    contents.put(
                            sourceRoot.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return contents;
    }
}
