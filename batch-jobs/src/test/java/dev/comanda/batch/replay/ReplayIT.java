package dev.comanda.batch.replay;

import static dev.comanda.batch.replay.Events.bytes;
import static dev.comanda.batch.replay.Events.captured;
import static dev.comanda.batch.replay.Events.completed;
import static dev.comanda.batch.replay.Events.placed;
import static dev.comanda.sql.audit.Tables.ENTRY;
import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.REPLAY;
import static dev.comanda.sql.ingest.Tables.REPLAY_ATTEMPT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.RejectView;
import dev.comanda.ops.ingest.ReplayAttempt;
import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.Replays.Asked;
import dev.comanda.ops.ingest.Replays.Reason;
import dev.comanda.ops.ingest.Replays.Refused;
import dev.comanda.ops.ingest.persistence.JooqReplays;
import dev.comanda.ops.ingest.persistence.JooqSourceViews;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.ops.reconciliation.persistence.JooqExports;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliations;
import dev.comanda.ops.testing.PostgresExtension;
import dev.comanda.sql.ingest.tables.records.SourceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rejects that are sent again: as they came, or corrected. */
class ReplayIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T06:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path inbox;

    private DSLContext database;
    private Replays replays;
    private ReplayRun run;

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

    @Test
    void aCorrectedEventIsTakenAndTheNextRunOfTheDateReconcilesIt() throws IOException {
        read(placed("1", "\"25.90\""), completed("2"), captured("3", "25.9"));
        assertThat(orderPayments()).containsExactly("BREAK,UNPAID_ORDER,ord_1,");
        long reject = onlyReject();

        assertThat(replays.ask(reject, bytes(captured("3", "\"25.9\"")), "ana")).isInstanceOf(Asked.class);
        run.takeWaiting();

        ReplayAttempt attempt = replays.attemptsWith(reject).get(0);
        assertThat(attempt.outcome()).isEqualTo("ACCEPTED");
        assertThat(attempt.corrected()).isTrue();
        assertThat(attempt.requestedBy()).isEqualTo("ana");
        SourceRecord source = source("replay");
        assertThat(source.getAccepted()).isEqualTo(1);
        assertThat(attempt.source()).isEqualTo(source.getSourceId());
        assertThat(orderPayments()).containsExactly("MATCHED,,ord_1,pay_1");
        assertThat(replays.ask(reject, null, "ana")).isEqualTo(new Refused(Reason.TAKEN_UP));
    }

    @Test
    void theNextNightReconcilesItTooAndTheNightBeforeStands() throws IOException {
        read(placed("1", "\"25.90\""), completed("2"), captured("3", "25.9"));
        reconcile(DATE);
        replays.ask(onlyReject(), bytes(captured("3", "\"25.9\"")), "ana");
        run.takeWaiting();
        reconcile(DATE.plusDays(1));

        assertThat(export(DATE)).containsExactly("BREAK,UNPAID_ORDER,ord_1,");
        assertThat(export(DATE.plusDays(1))).containsExactly("MATCHED,,ord_1,pay_1");
    }

    @Test
    void whatWasSentAgainMeanwhileIsADuplicate() throws IOException {
        read(captured("3", "25.9"));
        Files.writeString(inbox.resolve("events/b.ndjson"), captured("3", "\"25.9\"") + "\n");
        new InboxIngest(database, new Inboxes(null, CLOCK), LegalEntity.DEFAULT, CLOCK)
                .read(InboxLocation.of(inbox), path -> {});
        replays.ask(onlyReject(), bytes(captured("3", "\"25.90\"")), "ana");
        run.takeWaiting();

        assertThat(replays.attemptsWith(onlyReject()).get(0).outcome()).isEqualTo("DUPLICATE");
        assertThat(source("replay").getDuplicates()).isEqualTo(1);
    }

    @Test
    void oneThatIsStillWrongSaysWhyAndMayBeTriedAgain() throws IOException {
        read(captured("3", "25.9"));
        long reject = onlyReject();
        byte[] came = raw(reject);
        replays.ask(reject, null, "ana");
        run.takeWaiting();
        replays.ask(reject, bytes("{nonsense"), "rui");
        run.takeWaiting();

        List<ReplayAttempt> attempts = replays.attemptsWith(reject);
        assertThat(attempts).extracting(ReplayAttempt::outcome).containsExactly("REJECTED", "REJECTED");
        assertThat(attempts).extracting(ReplayAttempt::reason).containsExactly("MALFORMED_JSON", "SCHEMA_VIOLATION");
        assertThat(attempts).extracting(ReplayAttempt::corrected).containsExactly(true, false);
        assertThat(attempts.get(1).sentence()).contains("data.amount");
        assertThat(new String(attempts.get(0).sent(), StandardCharsets.UTF_8)).isEqualTo("{nonsense");
        assertThat(raw(reject)).isEqualTo(came);
        assertThat(replays.ask(reject, bytes(captured("3", "\"25.9\"")), "ana")).isInstanceOf(Asked.class);
        run.takeWaiting();
        assertThat(new JooqSourceViews(database).reject(reject).map(RejectView::replay))
                .contains("ACCEPTED");
    }

    @Test
    void aConflictIsRejectedAgainAndAnUnknownTypeIgnored() throws IOException {
        read(captured("3", "\"25.90\""), captured("3", "\"99.00\""), "{\"x\":1}");
        List<Long> rejects = database.select(REJECT.REJECT_ID)
                .from(REJECT)
                .orderBy(REJECT.LINE)
                .fetch(REJECT.REJECT_ID);
        replays.ask(rejects.get(0), null, "ana");
        replays.ask(
                rejects.get(1),
                bytes(captured("4", "\"1.00\"").replace("payment.captured.v1", "unheard.of.v1")),
                "ana");
        run.takeWaiting();

        assertThat(replays.attemptsWith(rejects.get(0)).get(0).reason()).isEqualTo("CONFLICTING_DUPLICATE");
        assertThat(replays.attemptsWith(rejects.get(1)).get(0).outcome()).isEqualTo("IGNORED");
    }

    @Test
    void allRejectsOfASourceGoTogetherAsOneSource() throws IOException {
        read(captured("3", "25.9"), "{\"x\":1}", "no json");
        long source = source("events").getSourceId();
        assertThat(replays.replayable(source)).isEqualTo(3);
        assertThat(replays.askForAll(source, "ana"))
                .isInstanceOfSatisfying(
                        Asked.class, asked -> assertThat(asked.rejects()).isEqualTo(3));
        assertThat(replays.askForAll(source, "ana")).isEqualTo(new Refused(Reason.NOTHING_LEFT));
        run.takeWaiting();

        SourceRecord replay = source("replay");
        assertThat(replay.getRead()).isEqualTo(3);
        assertThat(replay.getRejected()).isEqualTo(3);
        assertThat(database.fetchValues(
                        DSL.select(ENTRY.SUBJECT).from(ENTRY).where(ENTRY.SUBJECT.eq("source " + source))))
                .hasSize(1);
        assertThat(replays.askForAll(replay.getSourceId(), "ana")).isEqualTo(new Refused(Reason.NO_EVENT));
    }

    @Test
    void whatCannotBeReplayedIsRefused() throws IOException {
        read(captured("3", "25.9"), "{\"x\":\"" + "y".repeat(70_000) + "\"}");
        List<Long> rejects = database.select(REJECT.REJECT_ID)
                .from(REJECT)
                .orderBy(REJECT.LINE)
                .fetch(REJECT.REJECT_ID);

        assertThat(replays.ask(rejects.get(1), null, "ana")).isEqualTo(new Refused(Reason.CUT));
        assertThat(replays.ask(rejects.get(0), new byte[0], "ana")).isEqualTo(new Refused(Reason.EMPTY));
        assertThat(replays.ask(rejects.get(0), new byte[Replays.MOST_BYTES + 1], "ana"))
                .isEqualTo(new Refused(Reason.TOO_LONG));
        assertThat(replays.ask(-1, null, "ana")).isEqualTo(new Refused(Reason.NOT_FOUND));
        database.update(SOURCE).set(SOURCE.KIND, "stripe").execute();
        assertThat(replays.ask(rejects.get(0), null, "ana")).isEqualTo(new Refused(Reason.NO_EVENT));
    }

    @Test
    void theSchemaItselfRefusesASecondReplayAndAnyChangeOfAReject() throws IOException {
        read(captured("3", "25.9"));
        long reject = onlyReject();
        replays.ask(reject, null, "ana");
        assertThat(replays.ask(reject, null, "rui")).isEqualTo(new Refused(Reason.WAITING));

        assertThatThrownBy(() -> database.insertInto(REPLAY_ATTEMPT)
                        .select(DSL.select(
                                        REPLAY_ATTEMPT.REPLAY_ID,
                                        DSL.inline(2),
                                        REPLAY_ATTEMPT.REJECT_ID,
                                        REPLAY_ATTEMPT.SENT,
                                        REPLAY_ATTEMPT.OUTCOME)
                                .from(REPLAY_ATTEMPT))
                        .execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("replay_takes_up_once");
        assertThatThrownBy(() ->
                        database.update(REJECT).set(REJECT.RAW, bytes("other")).execute())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("a reject is kept as it came");
    }

    @Test
    void aReplayThatIsCutOffLeavesNothingAndGoesOnOnce() throws IOException {
        read(captured("3", "25.9"));
        long reject = onlyReject();
        replays.ask(reject, bytes(captured("3", "\"25.90\"")), "ana");
        // The last thing that is written fails: as for a process that dies before its commit, all of it is taken back.
        database.execute("alter table ingest.replay add constraint not_yet check (taken_at is null)");
        assertThatThrownBy(run::takeWaiting).isInstanceOf(DataAccessException.class);
        assertThat(database.fetchCount(SOURCE, SOURCE.KIND.eq("replay"))).isZero();
        assertThat(replays.attemptsWith(reject).get(0).waits()).isTrue();

        database.execute("alter table ingest.replay drop constraint not_yet");
        run.takeWaiting();
        run.takeWaiting();
        assertThat(database.fetchCount(SOURCE, SOURCE.KIND.eq("replay"))).isEqualTo(1);
        assertThat(replays.attemptsWith(reject)).hasSize(1);
    }

    @Test
    void whatAnotherWorkerHasInHandIsPassedOver() throws Exception {
        read(captured("3", "25.9"));
        replays.ask(onlyReject(), bytes(captured("3", "\"25.90\"")), "ana");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> database.transaction(transaction -> {
            DSL.using(transaction).selectFrom(REPLAY).forUpdate().fetch();
            held.countDown();
            looked.await(60, TimeUnit.SECONDS);
        }));
        held.await(60, TimeUnit.SECONDS);
        run.takeWaiting();
        assertThat(database.fetchCount(SOURCE, SOURCE.KIND.eq("replay"))).isZero();
        looked.countDown();
        other.get(60, TimeUnit.SECONDS);
        run.takeWaiting();
        assertThat(database.fetchCount(SOURCE, SOURCE.KIND.eq("replay"))).isEqualTo(1);
    }

    private void read(String... events) throws IOException {
        Files.createDirectories(inbox.resolve("events"));
        Files.writeString(inbox.resolve("events/a.ndjson"), String.join("\n", events) + "\n");
        new InboxIngest(database, new Inboxes(null, CLOCK), LegalEntity.DEFAULT, CLOCK)
                .read(InboxLocation.of(inbox), path -> {});
    }

    private void reconcile(LocalDate date) {
        JooqReconciliations reconciliations = new JooqReconciliations(database, Lags.standard(), CLOCK);
        reconciliations.takeSources(date);
        ReconciliationSpecs.all().forEach(spec -> reconciliations.reconcile(spec, date));
        reconciliations.checkLaws(date);
    }

    private List<String> orderPayments() {
        reconcile(DATE);
        return export(DATE);
    }

    private List<String> export(LocalDate date) {
        List<String> lines = new ArrayList<>();
        new JooqExports(database)
                .rows(
                        Reconciliation.ORDER_PAYMENT,
                        date,
                        row -> lines.add(String.join(",", row.status(), row.type(), row.leftRefs(), row.rightRefs())));
        return lines;
    }

    private long onlyReject() {
        return database.select(REJECT.REJECT_ID)
                .from(REJECT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(REJECT.SOURCE_ID))
                .where(SOURCE.KIND.eq("events"))
                .fetchSingle()
                .value1();
    }

    private byte[] raw(long reject) {
        return database.select(REJECT.RAW)
                .from(REJECT)
                .where(REJECT.REJECT_ID.eq(reject))
                .fetchSingle()
                .value1();
    }

    private SourceRecord source(String kind) {
        return database.fetchSingle(SOURCE, SOURCE.KIND.eq(kind));
    }
}
