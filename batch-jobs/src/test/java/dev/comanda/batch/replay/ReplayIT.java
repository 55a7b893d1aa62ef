package dev.comanda.batch.replay;

import static dev.comanda.batch.replay.Events.bytes;
import static dev.comanda.batch.replay.Events.captured;
import static dev.comanda.batch.replay.Events.completed;
import static dev.comanda.batch.replay.Events.placed;
import static dev.comanda.sql.audit.Tables.ENTRY;
import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.ops.ingest.RejectView;
import dev.comanda.ops.ingest.ReplayAttempt;
import dev.comanda.ops.ingest.Replays;
import dev.comanda.ops.ingest.Replays.Asked;
import dev.comanda.ops.ingest.Replays.Reason;
import dev.comanda.ops.ingest.Replays.Refused;
import dev.comanda.ops.ingest.persistence.JooqSourceViews;
import dev.comanda.sql.ingest.tables.records.SourceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Rejects that are sent again: as they came, or corrected. */
class ReplayIT extends RejectedEvents {

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
        readFile("b.ndjson", captured("3", "\"25.9\""));
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
}
