package dev.comanda.ops.ingest.persistence;

import static dev.comanda.sql.audit.Tables.ENTRY;
import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.REPLAY;
import static dev.comanda.sql.ingest.Tables.REPLAY_ATTEMPT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.comanda.ops.ingest.RejectView;
import dev.comanda.ops.ingest.ReplayAttempt;
import dev.comanda.ops.ingest.Replays;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Replays in PostgreSQL, each ask with an entry in the audit trail. */
public final class JooqReplays implements Replays {

    /** What no replay waits for and none has taken up; the schema refuses a second attempt at the others. */
    private static final Condition IS_FREE = notExists(selectOne()
            .from(REPLAY_ATTEMPT)
            .where(REPLAY_ATTEMPT.REJECT_ID.eq(REJECT.REJECT_ID))
            .and(REPLAY_ATTEMPT.OUTCOME.isDistinctFrom("REJECTED")));

    private static final Condition CAN_BE_REPLAYED = SOURCE.KIND
            .in(RejectView.KINDS_OF_EVENTS)
            .and(REJECT.RAW_LENGTH.eq(function("octet_length", Long.class, REJECT.RAW)))
            .and(IS_FREE);

    /** A broker's record may be empty; there is nothing to send of such a one. */
    private static final Condition HOLDS_SOMETHING = REJECT.RAW_LENGTH.gt(0L);

    private static final Field<Boolean> CORRECTED =
            REPLAY_ATTEMPT.SENT.ne(REJECT.RAW).as("corrected");

    private static final dev.comanda.sql.ingest.tables.Reject REFUSED_AGAIN = REJECT.as("refused_again");

    private static final int MOST_ATTEMPTS_SHOWN = 50;

    private final DSLContext database;
    private final JooqSourceViews rejects;
    private final Clock clock;

    public JooqReplays(DSLContext database, Clock clock) {
        this.database = database;
        this.rejects = new JooqSourceViews(database);
        this.clock = clock;
    }

    @Override
    public Outcome ask(long reject, byte @Nullable [] corrected, String requestedBy) {
        Optional<Reason> refused = refusal(reject, corrected);
        if (refused.isPresent()) {
            return new Refused(refused.get());
        }
        String detail = corrected == null ? "as it came" : "corrected, " + corrected.length + " bytes";
        Wish wish = new Wish(REJECT.REJECT_ID.eq(reject), corrected, "reject " + reject, detail);
        return ask(wish, requestedBy, Reason.WAITING);
    }

    private Optional<Reason> refusal(long id, byte @Nullable [] corrected) {
        Optional<RejectView> found = rejects.reject(id);
        if (found.isEmpty()) {
            return Optional.of(Reason.NOT_FOUND);
        }
        RejectView reject = found.get();
        if (!reject.event()) {
            return Optional.of(Reason.NO_EVENT);
        }
        if (reject.cut()) {
            return Optional.of(Reason.CUT);
        }
        if (!reject.replayable()) {
            return Optional.of("WAITING".equals(reject.replay()) ? Reason.WAITING : Reason.TAKEN_UP);
        }
        int length = corrected == null ? reject.raw().length : corrected.length;
        if (length == 0) {
            return Optional.of(Reason.EMPTY);
        }
        return length > MOST_BYTES ? Optional.of(Reason.TOO_LONG) : Optional.empty();
    }

    @Override
    public Outcome askForAll(long source, String requestedBy) {
        String kind = database.select(SOURCE.KIND)
                .from(SOURCE)
                .where(SOURCE.SOURCE_ID.eq(source))
                .fetchOne(SOURCE.KIND);
        if (kind == null) {
            return new Refused(Reason.NOT_FOUND);
        }
        if (!RejectView.KINDS_OF_EVENTS.contains(kind)) {
            return new Refused(Reason.NO_EVENT);
        }
        Condition all = REJECT.SOURCE_ID.eq(source).and(HOLDS_SOMETHING);
        Wish wish = new Wish(all, null, "source " + source, "all rejects, as they came");
        return ask(wish, requestedBy, Reason.NOTHING_LEFT);
    }

    /** Which rejects to send, with what in their place, and how the audit trail says so. */
    // The bytes go to the database as they are and are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Wish(Condition chosen, byte @Nullable [] corrected, String subject, String detail) {}

    private static final class NothingChosen extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Outcome ask(Wish wish, String requestedBy, Reason whereNothingIsChosen) {
        try {
            return database.transactionResult(transaction -> {
                DSLContext sql = DSL.using(transaction);
                OffsetDateTime now = OffsetDateTime.now(clock);
                Long replay = sql.insertInto(REPLAY)
                        .set(REPLAY.REQUESTED_BY, requestedBy)
                        .set(REPLAY.REQUESTED_AT, now)
                        .returningResult(REPLAY.REPLAY_ID)
                        .fetchSingle()
                        .value1();
                int chosen = insertAttempts(sql, replay, wish);
                if (chosen == 0) {
                    throw new NothingChosen();
                }
                sql.insertInto(ENTRY)
                        .set(ENTRY.HAPPENED_AT, now)
                        .set(ENTRY.ACTOR, requestedBy)
                        .set(ENTRY.ACTION, "replay requested")
                        .set(ENTRY.SUBJECT, wish.subject())
                        .set(ENTRY.DETAIL, "replay " + replay + ", " + wish.detail())
                        .execute();
                return new Asked(replay, chosen);
            });
        } catch (NothingChosen e) {
            return new Refused(whereNothingIsChosen);
        }
    }

    /** Of two who ask for one reject at once, the index lets one through: the other's insert does nothing. */
    private static int insertAttempts(DSLContext sql, long replay, Wish wish) {
        return sql.insertInto(
                        REPLAY_ATTEMPT,
                        REPLAY_ATTEMPT.REPLAY_ID,
                        REPLAY_ATTEMPT.LINE,
                        REPLAY_ATTEMPT.REJECT_ID,
                        REPLAY_ATTEMPT.SENT)
                .select(select(
                                inline(replay),
                                rowNumber().over().orderBy(REJECT.LINE, REJECT.REJECT_ID),
                                REJECT.REJECT_ID,
                                coalesce(val(wish.corrected(), REJECT.RAW), REJECT.RAW))
                        .from(REJECT)
                        .join(SOURCE)
                        .on(SOURCE.SOURCE_ID.eq(REJECT.SOURCE_ID))
                        .where(wish.chosen().and(CAN_BE_REPLAYED))
                        .orderBy(REJECT.LINE, REJECT.REJECT_ID)
                        .limit(MOST_REJECTS))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public int replayable(long source) {
        return database.fetchCount(database.selectOne()
                .from(REJECT)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(REJECT.SOURCE_ID))
                .where(REJECT.SOURCE_ID.eq(source).and(HOLDS_SOMETHING).and(CAN_BE_REPLAYED))
                .limit(MOST_REJECTS));
    }

    @Override
    public List<ReplayAttempt> attemptsWith(long reject) {
        return selectAttempts()
                .where(REPLAY_ATTEMPT.REJECT_ID.eq(reject))
                .orderBy(REPLAY_ATTEMPT.REPLAY_ID.desc())
                .limit(MOST_ATTEMPTS_SHOWN)
                .fetch(JooqReplays::attempt);
    }

    @Override
    public List<ReplayAttempt> attemptsIn(long replay, int offset, int limit) {
        return selectAttempts()
                .where(REPLAY_ATTEMPT.REPLAY_ID.eq(replay))
                .orderBy(REPLAY_ATTEMPT.LINE)
                .offset(offset)
                .limit(limit)
                .fetch(JooqReplays::attempt);
    }

    private SelectOnConditionStep<Record> selectAttempts() {
        return database.select(REPLAY_ATTEMPT.fields())
                .select(REPLAY.fields())
                .select(CORRECTED, REFUSED_AGAIN.REASON, REFUSED_AGAIN.SENTENCE)
                .from(REPLAY_ATTEMPT)
                .join(REPLAY)
                .on(REPLAY.REPLAY_ID.eq(REPLAY_ATTEMPT.REPLAY_ID))
                .join(REJECT)
                .on(REJECT.REJECT_ID.eq(REPLAY_ATTEMPT.REJECT_ID))
                .leftJoin(REFUSED_AGAIN)
                .on(REFUSED_AGAIN.SOURCE_ID.eq(REPLAY.SOURCE_ID))
                .and(REFUSED_AGAIN.LINE.eq(REPLAY_ATTEMPT.LINE.cast(Long.class)));
    }

    private static ReplayAttempt attempt(Record row) {
        OffsetDateTime takenAt = row.get(REPLAY.TAKEN_AT);
        return new ReplayAttempt(
                row.get(REPLAY_ATTEMPT.REJECT_ID),
                row.get(REPLAY.REQUESTED_BY),
                row.get(REPLAY.REQUESTED_AT).toInstant(),
                row.get(CORRECTED),
                row.get(REPLAY_ATTEMPT.SENT),
                takenAt == null ? null : takenAt.toInstant(),
                row.get(REPLAY.SOURCE_ID),
                row.get(REPLAY_ATTEMPT.OUTCOME),
                row.get(REFUSED_AGAIN.REASON),
                row.get(REFUSED_AGAIN.SENTENCE));
    }
}
