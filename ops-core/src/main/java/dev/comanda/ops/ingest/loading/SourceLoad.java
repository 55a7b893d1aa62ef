package dev.comanda.ops.ingest.loading;

import static dev.comanda.sql.ingest.Tables.LEGAL_ENTITY;
import static dev.comanda.sql.ingest.Tables.SOURCE;

import dev.comanda.ops.completeness.loading.Arrivals;
import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.NewSource;
import dev.comanda.ops.ingest.RejectedRecord;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** One source being read, within the caller's transaction: its row, its rejects and its warnings. */
public final class SourceLoad {

    private final DSLContext sql;
    private final long sourceId;
    private final CopyTarget rejects;
    private final CopyTarget warnings;
    private long takenOver;

    private SourceLoad(DSLContext sql, CopyManager copies, long sourceId) {
        this.sql = sql;
        this.sourceId = sourceId;
        this.rejects = new CopyTarget(
                copies,
                "ingest.reject (source_id, line, topic, topic_partition, topic_offset, reason, sentence, raw, raw_length,"
                        + " raw_sha256)");
        this.warnings = new CopyTarget(copies, "ingest.warning (source_id, line, sentence)");
    }

    /** Begins a source; one of the same content that could not be read before is replaced. */
    public static SourceLoad begin(DSLContext sql, CopyManager copies, NewSource source) {
        byte[] digest = HexFormat.of().parseHex(source.sha256());
        short legalEntity = idOf(sql, source.legalEntity());
        sql.deleteFrom(SOURCE)
                .where(SOURCE.SHA256.eq(digest))
                .and(SOURCE.ERROR.isNotNull())
                .execute();
        Long id = sql.insertInto(SOURCE)
                .set(SOURCE.LEGAL_ENTITY_ID, legalEntity)
                .set(SOURCE.PATH, source.path())
                .set(SOURCE.KIND, source.kind())
                .set(SOURCE.SHA256, digest)
                .set(SOURCE.SIZE_BYTES, source.sizeBytes())
                .set(SOURCE.READ_AT, source.readAt())
                .returningResult(SOURCE.SOURCE_ID)
                .fetchSingle()
                .value1();
        return new SourceLoad(sql, copies, id);
    }

    private static short idOf(DSLContext sql, LegalEntity legalEntity) {
        sql.insertInto(LEGAL_ENTITY)
                .set(LEGAL_ENTITY.NAME, legalEntity.name())
                .onConflictDoNothing()
                .execute();
        return sql.select(LEGAL_ENTITY.LEGAL_ENTITY_ID)
                .from(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.NAME.eq(legalEntity.name()))
                .fetchSingle()
                .value1();
    }

    public long sourceId() {
        return sourceId;
    }

    /** Whether content was read before, under whatever name. */
    public static boolean isKnown(DSLContext sql, String sha256) {
        return sql.fetchExists(SOURCE, SOURCE.SHA256.eq(HexFormat.of().parseHex(sha256)), SOURCE.ERROR.isNull());
    }

    public void reject(RejectedRecord rejected) {
        reject(rejected, null, null);
    }

    /** Rejects a record of a broker; its line is its offset. */
    public void rejectOfTopic(RejectedRecord rejected, String topic, int partition) {
        reject(rejected, topic, partition);
    }

    private void reject(RejectedRecord rejected, @Nullable String topic, @Nullable Integer partition) {
        rejects.add(sourceId)
                .add(rejected.line())
                .add(topic)
                .add(partition)
                .add(topic == null ? null : Long.valueOf(rejected.line()));
        RejectRows.say(rejects, rejected);
        rejects.end();
    }

    /** Takes over what was staged before the source began. */
    public void reject(StagedRejects staged) {
        takenOver += staged.takeOver(sql, sourceId);
    }

    public void warn(long line, String sentence) {
        warnings.add(sourceId).add(line).add(RejectRows.withoutNul(sentence)).end();
    }

    public long rejected() {
        return takenOver + rejects.rows();
    }

    public void finish(long accepted, long duplicates, long ignored, @Nullable String error) {
        rejects.flush();
        warnings.flush();
        long rejected = rejected();
        sql.update(SOURCE)
                .set(SOURCE.READ, accepted + duplicates + rejected + ignored)
                .set(SOURCE.ACCEPTED, accepted)
                .set(SOURCE.DUPLICATES, duplicates)
                .set(SOURCE.REJECTED, rejected)
                .set(SOURCE.IGNORED, ignored)
                .set(SOURCE.ERROR, error)
                .where(SOURCE.SOURCE_ID.eq(sourceId))
                .execute();
        if (error == null) {
            Arrivals.note(sql, sourceId);
        }
    }
}
