package dev.comanda.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.SourceReport;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several files made ready at once, held against the same files read one after the other. */
class InboxLanesIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T06:00:00Z"), ZoneOffset.UTC);
    private static final int MANY = 4;

    /** What a file brings, in the order in which it was taken. */
    private static final List<String> TAKEN = List.of(
            "marketplace.food_order",
            "marketplace.superseded_order",
            "marketplace.payment",
            "marketplace.restaurant_accrual",
            "marketplace.delivery",
            "marketplace.courier_earning",
            "marketplace.payout",
            "marketplace.pending_event",
            "psp.line",
            "psp.payout",
            "bank.entry",
            "bank.payout_return");

    @RegisterExtension
    static final PostgresExtension oneByOne = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension atOnce = new PostgresExtension();

    @TempDir
    private Path folder;

    @Test
    void manyLanesLeaveWhatOneLaneLeaves() throws IOException {
        Path inbox = folder.resolve("inbox");
        MarketplaceSimulator.simulate(DATE, 300, 5, inbox);
        Path orders = inbox.resolve("events/ordering/" + DATE + ".ndjson");
        Files.copy(orders, inbox.resolve("events/ordering/" + DATE + "-again.ndjson"));
        Files.writeString(
                inbox.resolve("events/a-conflicting.ndjson"),
                Files.readString(orders).replace("\"restaurantId\":\"", "\"restaurantId\":\"other-"));
        Files.writeString(inbox.resolve("bank/broken.xml"), "<Document>");
        Files.writeString(inbox.resolve("bank/broken-too.xml"), "<Document>");
        Files.copy(orders, inbox.resolve("lying-about.ndjson"));

        List<SourceReport> expected = read(oneByOne.dsl(), inbox, 1);
        List<SourceReport> reports = read(atOnce.dsl(), inbox, MANY);

        assertThat(reports).isEqualTo(expected).anyMatch(report -> report.rejected() > 100);
        assertThat(expected).filteredOn(report -> report.error() != null).isNotEmpty();
        assertThat(rows(atOnce.dsl())).isEqualTo(rows(oneByOne.dsl())).hasSizeGreaterThan(1_000);
        assertThat(read(atOnce.dsl(), inbox, MANY)).allMatch(report -> report.error() != null);
    }

    private static List<SourceReport> read(DSLContext database, Path inbox, int lanes) {
        return new InboxIngest(database, new Inboxes(null, CLOCK), LegalEntity.DEFAULT, CLOCK, new Lanes(lanes))
                .read(InboxLocation.of(inbox), path -> {});
    }

    private static List<String> rows(DSLContext database) {
        List<String> rows =
                new ArrayList<>(rows(database, "select path || ' ' || kind from ingest.source order by source_id"));
        rows.addAll(rows(
                database,
                "select s.path || ' ' || r.line || ' ' || r.sentence from ingest.reject r join ingest.source s"
                        + " using (source_id) order by r.reject_id"));
        rows.addAll(rows(
                database,
                "select inbox_file.path || ' ' || source.path from ingest.inbox_file"
                        + " join ingest.source using (source_id) order by 1"));
        for (String table : TAKEN) {
            rows.addAll(rows(
                    database,
                    "select '%1$s ' || s.path || (to_jsonb(t) - 'item_id' - 'source_id' - 'superseded_by')::text"
                                    .formatted(table)
                            + " from %s t join ingest.source s using (source_id) order by t.item_id, 1"
                                    .formatted(table)));
        }
        return rows;
    }

    private static List<String> rows(DSLContext database, String query) {
        return database.fetch(query).getValues(0, String.class);
    }
}
