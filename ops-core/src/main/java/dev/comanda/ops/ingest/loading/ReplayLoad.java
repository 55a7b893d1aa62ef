package dev.comanda.ops.ingest.loading;

import static dev.comanda.sql.ingest.Tables.LEGAL_ENTITY;
import static dev.comanda.sql.ingest.Tables.REJECT;
import static dev.comanda.sql.ingest.Tables.REPLAY;
import static dev.comanda.sql.ingest.Tables.REPLAY_ATTEMPT;
import static dev.comanda.sql.ingest.Tables.SOURCE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.NewSource;
import dev.comanda.ops.ingest.RejectedRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.postgresql.copy.CopyManager;

/**
 * One replay being read, within the caller's transaction. Its row is locked until then: two workers never take the same, and
 * the lock of one that died is gone with it.
 */
public final class ReplayLoad {

    private static final int ATTEMPTS_AT_ONCE = 100;

    private final DSLContext sql;
    private final long replay;

    private ReplayLoad(DSLContext sql, long replay) {
        this.sql = sql;
        this.replay = replay;
    }

    /** What is sent for a reject; the line is its place in the replay. */
    // The bytes are read and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(int line, byte[] bytes) {}

    /** Takes what is sent. */
    @FunctionalInterface
    public interface SentVisitor {
        void visit(Sent sent);
    }

    /** The replay that waits longest and that nobody else has in hand. */
    public static Optional<ReplayLoad> next(DSLContext sql) {
        return sql.select(REPLAY.REPLAY_ID)
                .from(REPLAY)
                .where(REPLAY.SOURCE_ID.isNull())
                .orderBy(REPLAY.REPLAY_ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new ReplayLoad(sql, row.value1()));
    }

    /** This replay, if it still waits; where another worker has it in hand, its end is waited for. */
    public static Optional<ReplayLoad> of(DSLContext sql, long replay) {
        return sql.select(REPLAY.REPLAY_ID)
                .from(REPLAY)
                .where(REPLAY.REPLAY_ID.eq(replay).and(REPLAY.SOURCE_ID.isNull()))
                .forUpdate()
                .fetchOptional(row -> new ReplayLoad(sql, row.value1()));
    }

    /** Begins the source that the replay is. */
    public SourceLoad begin(CopyManager copies, OffsetDateTime now) {
        long size = sql.select(sum(function("octet_length", Integer.class, REPLAY_ATTEMPT.SENT)))
                .from(REPLAY_ATTEMPT)
                .where(REPLAY_ATTEMPT.REPLAY_ID.eq(replay))
                .fetchOptional(row -> row.value1())
                .map(BigDecimal::longValueExact)
                .orElse(0L);
        return SourceLoad.begin(sql, copies, new NewSource(legalEntity(), path(), "replay", sha256(), size, now));
    }

    /** The rejects of one ask are of one source. */
    private LegalEntity legalEntity() {
        return sql.select(LEGAL_ENTITY.NAME)
                .from(REPLAY_ATTEMPT)
                .join(REJECT)
                .on(REJECT.REJECT_ID.eq(REPLAY_ATTEMPT.REJECT_ID))
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(REJECT.SOURCE_ID))
                .join(LEGAL_ENTITY)
                .on(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(SOURCE.LEGAL_ENTITY_ID))
                .where(REPLAY_ATTEMPT.REPLAY_ID.eq(replay))
                .limit(1)
                .fetchOptional(row -> new LegalEntity(row.value1()))
                .orElse(LegalEntity.DEFAULT);
    }

    /** The name under which the replay is a source. */
    public String path() {
        return "replay/" + replay;
    }

    /** Of the replay and all it sends: the same bytes sent once more are another source. */
    private String sha256() {
        MessageDigest digest = RejectedRecord.newDigest();
        digest.update(path().getBytes(StandardCharsets.UTF_8));
        eachSent(sent -> digest.update(sent.bytes()));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Visits what is sent in its order, with memory that does not grow with the replay. */
    public void eachSent(SentVisitor visitor) {
        Integer last = sql.select(max(REPLAY_ATTEMPT.LINE))
                .from(REPLAY_ATTEMPT)
                .where(REPLAY_ATTEMPT.REPLAY_ID.eq(replay))
                .fetchSingle()
                .value1();
        for (int line = 0; last != null && line < last; line += ATTEMPTS_AT_ONCE) {
            sent(REPLAY_ATTEMPT.LINE.gt(line).and(REPLAY_ATTEMPT.LINE.le(line + ATTEMPTS_AT_ONCE)))
                    .forEach(visitor::visit);
        }
    }

    /** What was sent at a line. */
    public Sent sentAt(long line) {
        return sent(REPLAY_ATTEMPT.LINE.eq(Math.toIntExact(line))).get(0);
    }

    private List<Sent> sent(Condition lines) {
        return sql.select(REPLAY_ATTEMPT.LINE, REPLAY_ATTEMPT.SENT)
                .from(REPLAY_ATTEMPT)
                .where(REPLAY_ATTEMPT.REPLAY_ID.eq(replay).and(lines))
                .orderBy(REPLAY_ATTEMPT.LINE)
                .fetch(Records.mapping(Sent::new));
    }

    /** Says what came of each line; to be called when the source is finished, whose rejects are those refused again. */
    public void finish(long sourceId, Collection<Long> duplicates, Collection<Long> ignored, OffsetDateTime now) {
        Field<Long> line = REPLAY_ATTEMPT.LINE.cast(Long.class);
        Condition refusedAgain = exists(
                selectOne().from(REJECT).where(REJECT.SOURCE_ID.eq(sourceId)).and(REJECT.LINE.eq(line)));
        sql.update(REPLAY_ATTEMPT)
                .set(
                        REPLAY_ATTEMPT.OUTCOME,
                        when(refusedAgain, inline("REJECTED"))
                                .when(line.in(duplicates), inline("DUPLICATE"))
                                .when(line.in(ignored), inline("IGNORED"))
                                .otherwise(inline("ACCEPTED")))
                .where(REPLAY_ATTEMPT.REPLAY_ID.eq(replay))
                .execute();
        sql.update(REPLAY)
                .set(REPLAY.SOURCE_ID, sourceId)
                .set(REPLAY.TAKEN_AT, now)
                .where(REPLAY.REPLAY_ID.eq(replay))
                .execute();
    }
}
