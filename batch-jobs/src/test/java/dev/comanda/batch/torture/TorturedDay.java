package dev.comanda.batch.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.nightly.NightOnDatabase;
import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A simulated day, and what a night leaves of it that nobody disturbs.
 *
 * @param workNanos how long that night took, from its first step to its end
 */
record TorturedDay(Path inbox, Published published, long workNanos) {

    static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    private static final int ORDERS = Integer.getInteger("torture.orders", 500);
    private static final int SEED = 1;

    /** Simulates it below a folder, and runs its night in a process of its own. */
    static TorturedDay ofAProcess(Path folder, TestDatabase empty) throws Exception {
        Path inbox = simulated(folder);
        NightPlace place = NightPlace.on(empty, inbox, folder.resolve("undisturbed"));
        RunningNight night = place.start();
        long work = night.workedNanos();
        assertThat(night.end()).as(night::said).isEqualTo(RunningNight.DONE);
        return whole(new TorturedDay(inbox, Published.of(empty.dsl(), DATE).withLake(place.lake()), work));
    }

    /** Simulates it below a folder, and runs its night in this process. */
    static TorturedDay ofThisProcess(Path folder, TestDatabase empty) throws IOException {
        Path inbox = simulated(folder);
        long begun = System.nanoTime();
        run(new NightOnDatabase(empty.dsl()), inbox);
        return whole(new TorturedDay(inbox, Published.of(empty.dsl(), DATE), System.nanoTime() - begun));
    }

    private static Path simulated(Path folder) throws IOException {
        Path inbox = folder.resolve("inbox");
        MarketplaceSimulator.simulate(DATE, ORDERS, SEED, inbox);
        return inbox;
    }

    /** An empty day would be like any other empty one. */
    private static TorturedDay whole(TorturedDay day) {
        assertThat(day.published().lines()).hasSizeGreaterThan(ORDERS);
        return day;
    }

    /** A night in this process, from the inbox to the ledger. */
    static void run(NightOnDatabase night, Path inbox) {
        night.run(DATE, inbox);
        night.decide(DATE);
        night.post(DATE);
    }
}
