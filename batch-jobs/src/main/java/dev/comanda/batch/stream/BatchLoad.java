package dev.comanda.batch.stream;

import dev.comanda.batch.feeds.Conflict;
import dev.comanda.batch.feeds.EventParser;
import dev.comanda.batch.feeds.EventSink;
import dev.comanda.ops.copy.Copies;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.ingest.NewSource;
import dev.comanda.ops.ingest.RejectedRecord;
import dev.comanda.ops.ingest.loading.SourceLoad;
import dev.comanda.ops.ingest.loading.StreamRejects;
import dev.comanda.ops.marketplace.EventKeys;
import dev.comanda.ops.marketplace.MarketplaceEvent;
import dev.comanda.ops.marketplace.loading.EventLoad;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Loads a batch in one transaction, by the parser and the load that files have. */
final class BatchLoad {

    private final DSLContext database;
    private final LegalEntity legalEntity;
    private final Clock clock;
    private final EventParser parser = new EventParser();

    BatchLoad(DSLContext database, LegalEntity legalEntity, Clock clock) {
        this.database = database;
        this.legalEntity = legalEntity;
        this.clock = clock;
    }

    /** What the batch came to; its rejects are named by their offsets. */
    record Outcome(long accepted, long duplicates, List<RejectedRecord> rejects) {}

    /**
     * Takes the batch, all of it or nothing. Of a batch that was delivered again, what was taken before is a duplicate; where it is
     * the very same batch, nothing is written at all.
     */
    Outcome take(PartitionBatch batch) {
        return database.transactionResult(transaction -> {
            DSLContext sql = DSL.using(transaction);
            String sha256 = batch.sha256();
            if (SourceLoad.isKnown(sql, sha256)) {
                return new Outcome(0, batch.records().size(), rejectsOf(sql, batch));
            }
            SourceLoad source = SourceLoad.begin(
                    sql,
                    Copies.of(transaction),
                    new NewSource(
                            legalEntity, batch.path(), "kafka", sha256, batch.sizeBytes(), OffsetDateTime.now(clock)));
            EventLoad load = new EventLoad(transaction);
            Records records = new Records(load);
            for (ConsumerRecord<byte[], byte[]> each : batch.records()) {
                if (each.value() == null) {
                    records.ignored(each.offset(), "");
                } else {
                    parser.parse(each.offset(), each.value(), records);
                }
            }
            EventLoad.Outcome merged = load.merge(source.sourceId());
            for (long offset : merged.conflicts()) {
                records.rejected(Conflict.reject(offset, batch.at(offset).value()));
            }
            StreamRejects known = StreamRejects.knownAt(
                    sql, batch.partition().topic(), batch.partition().partition(), records.rejects);
            List<RejectedRecord> fresh = records.rejects.stream()
                    .filter(each -> !known.contains(each))
                    .toList();
            fresh.forEach(each -> source.rejectOfTopic(
                    each, batch.partition().topic(), batch.partition().partition()));
            long duplicates = merged.duplicates() + records.rejects.size() - fresh.size();
            source.finish(merged.accepted(), duplicates, records.ignored, null);
            return new Outcome(merged.accepted(), duplicates, records.rejects);
        });
    }

    /** They may not have reached the dead letters yet. */
    private static List<RejectedRecord> rejectsOf(DSLContext sql, PartitionBatch batch) {
        return StreamRejects.between(
                sql, batch.partition().topic(), batch.partition().partition(), batch.firstOffset(), batch.lastOffset());
    }

    private static final class Records implements EventSink {

        private final EventLoad load;
        private final List<RejectedRecord> rejects = new ArrayList<>();
        private long ignored;

        Records(EventLoad load) {
            this.load = load;
        }

        @Override
        public void accepted(long offset, EventKeys keys, MarketplaceEvent event) {
            load.add(offset, keys, event);
        }

        @Override
        public void ignored(long offset, String type) {
            ignored++;
        }

        @Override
        public void rejected(RejectedRecord rejected) {
            rejects.add(rejected);
        }
    }
}
