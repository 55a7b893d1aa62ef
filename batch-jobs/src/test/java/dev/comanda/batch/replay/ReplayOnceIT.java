package dev.comanda.batch.replay;

import static dev.comanda.batch.replay.Events.bytes;
import static dev.comanda.batch.replay.Events.captured;
import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.REPLAY;
import static dev.comanda.sql.ingest.Tables.REPLAY_ATTEMPT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.comanda.ops.ingest.Replays.Reason;
import dev.comanda.ops.ingest.Replays.Refused;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Whatever comes between, a reject is taken up once and stays as it came. */
class ReplayOnceIT extends RejectedEvents {

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
}
