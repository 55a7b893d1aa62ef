package dev.comanda.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A migration's name is its place in the order, and says what it is about. */
class MigrationNamesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void everyMigrationHasAFourDigitNumberAndWordsInLowerCase() throws IOException {
        assertThat(names()).isNotEmpty().allMatch(name -> name.matches("V\\d{4}__[a-z0-9]+(_[a-z0-9]+)*\\.sql"));
    }

    @Test
    void noNumberIsGivenTwice() throws IOException {
        assertThat(names().stream().map(name -> name.replaceFirst("__.*", ""))).doesNotHaveDuplicates();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
