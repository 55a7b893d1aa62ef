package dev.comanda.ops.ingest.loading;

import static dev.comanda.sql.ingest.Tables.REJECT;

import dev.comanda.ops.ingest.ReasonCode;
import dev.comanda.ops.ingest.RejectedRecord;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/** Rejects of broker's records: the same bytes at the same offset are one, however often they are delivered. */
public final class StreamRejects {

    private final Set<String> known;

    private StreamRejects(Set<String> known) {
        this.known = known;
    }

    /** Which of these rejects of a partition are kept already. */
    public static StreamRejects knownAt(
            DSLContext sql, String topic, int partition, Collection<RejectedRecord> rejects) {
        List<Long> offsets = rejects.stream().map(RejectedRecord::line).toList();
        return new StreamRejects(sql.select(REJECT.TOPIC_OFFSET, REJECT.RAW_SHA256)
                .from(REJECT)
                .where(REJECT.TOPIC.eq(topic))
                .and(REJECT.TOPIC_PARTITION.eq(partition))
                .and(REJECT.TOPIC_OFFSET.in(offsets))
                .fetchSet(row -> key(row.value1(), row.value2())));
    }

    public boolean contains(RejectedRecord reject) {
        return known.contains(key(reject.line(), reject.rawSha256()));
    }

    private static String key(long offset, byte[] sha256) {
        return offset + HexFormat.of().formatHex(sha256);
    }

    /** The rejects that are kept of a stretch of a partition, both ends included, by offset. */
    public static List<RejectedRecord> between(
            DSLContext sql, String topic, int partition, long firstOffset, long lastOffset) {
        return sql.select(
                        REJECT.TOPIC_OFFSET,
                        REJECT.REASON,
                        REJECT.SENTENCE,
                        REJECT.RAW,
                        REJECT.RAW_LENGTH,
                        REJECT.RAW_SHA256)
                .from(REJECT)
                .where(REJECT.TOPIC.eq(topic))
                .and(REJECT.TOPIC_PARTITION.eq(partition))
                .and(REJECT.TOPIC_OFFSET.between(firstOffset, lastOffset))
                .orderBy(REJECT.TOPIC_OFFSET)
                .fetch(row -> new RejectedRecord(
                        row.value1(),
                        ReasonCode.valueOf(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }
}
