package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.comanda.batch.database.EmbeddedDatabase;
import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.ops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose disk is full, and has room again. */
@Tag("torture")
@Tag("long")
class FullDiskIT {

    /** Room for a server, its log and a day. */
    private static final int MEBIBYTES = 600;

    private static final String IMPATIENT = "--spring.datasource.hikari.connection-timeout=2000";

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    private Path folder;

    private TorturedDay day;
    private Optional<SmallDisk> mounted = Optional.empty();
    private SmallDisk disk;

    @BeforeEach
    void mountADisk() throws Exception {
        mounted = SmallDisk.mount(folder.resolve("disk"), MEBIBYTES);
        assumeTrue(mounted.isPresent(), "no disk can be mounted here");
        disk = mounted.orElseThrow();
        day = TorturedDay.ofAProcess(folder, postgres.another());
    }

    @AfterEach
    void unmountIt() throws Exception {
        if (mounted.isPresent()) {
            mounted.orElseThrow().unmount();
        }
    }

    @Test
    void aNightWithoutRoomForItsLakeSaysSoAndGoesOnWhenThereIs() throws Exception {
        long lake = sizeOf(folder.resolve("undisturbed/lake"));
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            TestDatabase database = postgres.another();
            NightPlace place = NightPlace.on(database, day.inbox(), disk.root().resolve("round-" + round));
            long room = Disturbances.random("full lake", round).nextLong(lake);
            disk.fillUp(room);
            String said = place.start().failure();
            assertThat(said).contains("could not be written to " + place.lake(), "start the night again");

            disk.makeRoom();
            RunningNight next = place.start();
            assertThat(next.end()).as(next::said).isEqualTo(RunningNight.DONE);
            assertThat(Published.of(database.dsl(), TorturedDay.DATE)
                            .withLake(place.lake())
                            .differencesFrom(day.published()))
                    .isEmpty();
            Disturbances.print("a lake of %d bytes had room for %d; the night said: %s".formatted(lake, room, said));
        }
    }

    @Test
    void aNightWhoseDatabaseHasNoRoomSaysSoAndGoesOnWhenThereIs() throws Exception {
        long grows = growthOfADatabase();
        for (int round = 1; round <= Disturbances.rounds(); round++) {
            NightPlace place = placeWithAServer("round-" + round);
            long room = Disturbances.random("full database", round).nextLong(grows);
            disk.fillUp(room);
            RunningNight night = place.start();
            String ended = night.end() == RunningNight.DONE
                    ? "ended well all the same"
                    : "was in %s and said: %s".formatted(night.step(), night.failure());

            disk.makeRoom();
            RunningNight next = place.start();
            assertThat(next.end()).as(next::said).isEqualTo(RunningNight.DONE);
            OwnDatabase.assertEndedAsUndisturbed(day, place, "a database with room for " + room);
            Disturbances.print(
                    "a database that grows by %d bytes had room for %d; the night %s".formatted(grows, room, ended));
        }
    }

    /** A folder whose server was set up and has stopped: what is left to write is the night's. */
    private NightPlace placeWithAServer(String name) throws IOException {
        Path data = disk.root().resolve(name);
        EmbeddedDatabase.join(data).close();
        return NightPlace.withItsOwnDatabase(day.inbox(), data).with(IMPATIENT);
    }

    private long growthOfADatabase() throws Exception {
        NightPlace place = placeWithAServer("undisturbed");
        FileStore store = Files.getFileStore(disk.root());
        long before = store.getUsableSpace();
        RunningNight night = place.start();
        assertThat(night.end()).as(night::said).isEqualTo(RunningNight.DONE);
        return before - store.getUsableSpace();
    }

    private static long sizeOf(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }
}
