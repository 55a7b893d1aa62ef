package dev.comanda.batch.replay;

import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.SOURCE;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.persistence.JooqReplays;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.ops.reconciliation.persistence.JooqExports;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliations;
import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.sql.ingest.tables.records.SourceRecord;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An inbox whose events are read, refused and sent again, on a database that each test finds empty. */
abstract class RejectedEvents {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T06:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path inbox;

    DSLContext database;
    Replays replays;
    ReplayRun run;

    @BeforeEach
    void beginEmpty() {
        database = postgres.dsl();
        replays = new JooqReplays(database, CLOCK);
        run = new ReplayRun(database, CLOCK);
        new BankDays(database).ensureFilled();
        database.execute(
                """
                truncate ingest.source, ingest.event_identity, marketplace.food_order, marketplace.order_version,
                    marketplace.payment, reconciliation.result, reconciliation.match_group, reconciliation.group_member,
                    reconciliation.open_item, reconciliation.break cascade
                """);
    }

    void read(String... events) throws IOException {
        readFile("a.ndjson", events);
    }

    void readFile(String name, String... events) throws IOException {
        Path file = Files.createDirectories(inbox.resolve("events")).resolve(name);
        Files.writeString(file, String.join("\n", events) + "\n");
        new InboxIngest(database, new Inboxes(null, CLOCK), LegalEntity.DEFAULT, CLOCK)
                .read(InboxLocation.of(inbox), path -> {});
    }

    void reconcile(LocalDate date) {
        JooqReconciliations reconciliations = new JooqReconciliations(database, Lags.standard(), CLOCK);
        reconciliations.takeSources(date);
        ReconciliationSpecs.all().forEach(spec -> reconciliations.reconcile(spec, date));
        reconciliations.checkLaws(date);
    }

    List<String> orderPayments() {
        reconcile(DATE);
        return export(DATE);
    }

    List<String> export(LocalDate date) {
        List<String> lines = new ArrayList<>();
        new JooqExports(database)
                .rows(
                        Reconciliation.ORDER_PAYMENT,
                        date,
                        row -> lines.add(String.join(",", row.status(), row.type(), row.leftRefs(), row.rightRefs())));
        return lines;
    }

    long onlyReject() {
        return database.select(REJECT.REJECT_ID)
                .from(REJECT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(REJECT.SOURCE_ID))
                .where(SOURCE.KIND.eq("events"))
                .fetchSingle()
                .value1();
    }

    byte[] raw(long reject) {
        return database.select(REJECT.RAW)
                .from(REJECT)
                .where(REJECT.REJECT_ID.eq(reject))
                .fetchSingle()
                .value1();
    }

    SourceRecord source(String kind) {
        return database.fetchSingle(SOURCE, SOURCE.KIND.eq(kind));
    }
}
