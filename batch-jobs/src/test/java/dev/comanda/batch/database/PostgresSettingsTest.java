package dev.comanda.batch.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The settings grow with the machine, within limits. */
class PostgresSettingsTest {

    private static final long GIB = 1024L * 1024 * 1024;

    @Test
    void aLargeMachineDoesNotGiveAllItsMemory() {
        assertThat(new PostgresSettings(256 * GIB, 32).asMap())
                .containsEntry("shared_buffers", "1024MB")
                .containsEntry("work_mem", "128MB")
                .containsEntry("max_parallel_workers_per_gather", "16");
    }

    @Test
    void aSmallMachineStillGetsAServer() {
        assertThat(new PostgresSettings(GIB, 1).asMap())
                .containsEntry("shared_buffers", "128MB")
                .containsEntry("work_mem", "16MB")
                .containsEntry("max_parallel_workers_per_gather", "1");
    }

    @Test
    void whatIsCommittedIsOnTheDisk() {
        assertThat(PostgresSettings.ofThisMachine().asMap())
                .containsEntry("fsync", "on")
                .containsEntry("synchronous_commit", "on");
    }
}
