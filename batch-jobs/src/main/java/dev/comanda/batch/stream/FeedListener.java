package dev.comanda.batch.stream;

import dev.comanda.ops.ingest.RejectedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes what one poll brought: the database commits, then the dead letters are sent, and only when this returns are the offsets
 * committed. Whatever fails in between, the batch comes again, and what was taken of it is known.
 */
final class FeedListener implements BatchMessageListener<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(FeedListener.class);

    private final BatchLoad load;
    private final DeadLetters deadLetters;

    FeedListener(BatchLoad load, DeadLetters deadLetters) {
        this.load = load;
        this.deadLetters = deadLetters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> each : polled) {
            byPartition
                    .computeIfAbsent(new TopicPartition(each.topic(), each.partition()), partition -> new ArrayList<>())
                    .add(each);
        }
        byPartition.forEach((partition, records) -> take(new PartitionBatch(partition, records)));
    }

    private void take(PartitionBatch batch) {
        BatchLoad.Outcome outcome = load.take(batch);
        List<RejectedRecord> rejects = outcome.rejects();
        log.debug(
                "{}: accepted {}, duplicates {}, rejected {}",
                batch.path(),
                outcome.accepted(),
                outcome.duplicates(),
                rejects.size());
        if (!rejects.isEmpty()) {
            log.warn(
                    "{}: {} records cannot be read and go to {}",
                    batch.path(),
                    rejects.size(),
                    Topics.deadLetters(batch.partition().topic()));
            deadLetters.send(batch, rejects);
        }
    }
}
