package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.nightly.NightOnDatabase;
import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.ops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a day twice, under two names. */
@Tag("torture")
class SameFileTwiceIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    @Test
    void filesThatComeTwiceUnderTwoNamesCountOnce() throws IOException {
        TorturedDay day = TorturedDay.ofThisProcess(folder, postgres.database());
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            Random random = Disturbances.random("same file twice", round);
            Path inbox = Inbox.copy(day.inbox(), folder.resolve("inbox-" + round));
            int files = Inbox.files(inbox).size();
            TestDatabase database = postgres.another();
            NightOnDatabase night = new NightOnDatabase(database.dsl());
            boolean isAllAtOnce = random.nextBoolean();
            if (!isAllAtOnce) {
                assertThat(night.read(inbox)).hasSize(files);
            }
            copyUnderLaterNames(day.inbox(), inbox);

            TorturedDay.run(night, inbox);

            // What the inbox looked like is all that a second name adds.
            assertThat(Published.of(database.dsl(), TorturedDay.DATE)
                            .without("rows: ingest.inbox_file ")
                            .differencesFrom(day.published().without("rows: ingest.inbox_file ")))
                    .isEmpty();
            Disturbances.print("%d files came twice, %s"
                    .formatted(files, isAllAtOnce ? "all at once" : "when the first were read already"));
        }
    }

    /** Under names that come after the others in the order of their paths: the first that is read names what is found in it. */
    private static void copyUnderLaterNames(Path from, Path to) throws IOException {
        for (Path file : Inbox.files(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.copy(file, target.resolveSibling("~again-" + target.getFileName()));
        }
    }
}
