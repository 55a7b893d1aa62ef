package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of several nights: carry-over, late input, a file twice, midnight and a holiday. */
class ExampleDaysIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Path DAYS = NightOnDatabase.EXAMPLES.resolve("days");

    @Test
    void exportsOfEveryNightAreWhatTheExampleSays(@TempDir Path inbox) throws IOException {
        assumeTrue(Files.isDirectory(DAYS), () -> "skipped: there is no " + DAYS);
        NightOnDatabase nights = new NightOnDatabase(postgres.dsl());
        List<String> differences = new ArrayList<>();
        Set<String> resolved = new HashSet<>();

        for (Path day : children(DAYS.resolve("nights"))) {
            LocalDate date = LocalDate.parse(day.getFileName().toString());
            copy(day, inbox);
            nights.run(date, inbox);
            nights.decide(date);
            assertThat(nights.post(date)).as("proofs of " + date).isEmpty();
            differences.addAll(nights.differences(date, DAYS.resolve("expected").resolve(date.toString()), resolved));
            resolved.addAll(nights.resolutions(date));
        }

        assertThat(differences).isEmpty();
        assertThat(resolved).as("closed without a person").isNotEmpty();
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
