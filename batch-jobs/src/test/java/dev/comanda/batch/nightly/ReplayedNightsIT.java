package dev.comanda.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.batch.simulator.SimulatedNights;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same inboxes, night by night, on two fresh databases. */
class ReplayedNightsIT {

    /** Monday after a weekend: what was raised on Thursday has aged. */
    private static final LocalDate LAST = LocalDate.of(2026, 10, 19);

    private static final int NIGHTS = 5;
    private static final int ORDERS_PER_DAY = 60;
    private static final int TIMES_AS_OFTEN = 12;
    private static final long SEED = 7;

    @RegisterExtension
    static final PostgresExtension first = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension second = new PostgresExtension();

    @Test
    void theSameInboxesExportTheSameEveryNight(@TempDir Path folder) throws IOException {
        Path days = folder.resolve("days");
        MarketplaceSimulator.simulateNights(
                SimulatedNights.until(LAST, NIGHTS, ORDERS_PER_DAY, SEED).withExceptionsTimes(TIMES_AS_OFTEN), days);

        Map<String, List<String>> exports = run(first.dsl(), days, folder.resolve("first"));

        assertThat(exports).hasSize(NIGHTS * (Reconciliation.values().length + 2));
        assertThat(exports.entrySet().stream()
                        .filter(export -> export.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .noneMatch(name -> name.endsWith("journals") || name.endsWith("decisions"));
        Map<String, List<String>> replayed = run(second.dsl(), days, folder.resolve("second"));
        exports.forEach((name, lines) -> assertThat(replayed.get(name)).as(name).isEqualTo(lines));
    }

    private static Map<String, List<String>> run(DSLContext database, Path days, Path inbox) throws IOException {
        Files.createDirectory(inbox);
        NightOnDatabase night = new NightOnDatabase(database);
        Map<String, List<String>> exports = new LinkedHashMap<>();
        for (LocalDate date = LAST.minusDays(NIGHTS - 1L); !date.isAfter(LAST); date = date.plusDays(1)) {
            InboxFiles.copy(days.resolve(date.toString()), inbox);
            night.run(date, inbox);
            night.decide(date);
            night.post(date);
            for (Reconciliation reconciliation : Reconciliation.values()) {
                exports.put(
                        date + " " + reconciliation.exportName(), night.exportWithResolutions(reconciliation, date));
            }
            exports.put(date + " decisions", night.decisions(date));
            exports.put(date + " journals", night.journals(date));
        }
        return exports;
    }
}
