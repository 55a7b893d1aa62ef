package dev.comanda.batch.stream;

import dev.comanda.ops.ingest.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records of one partition that were delivered together, in the order of their offsets; never empty. */
record PartitionBatch(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {

    PartitionBatch {
        records = List.copyOf(records);
    }

    /** The name under which the batch is a source. */
    String path() {
        return "kafka/%s/%d/%d-%d".formatted(partition.topic(), partition.partition(), firstOffset(), lastOffset());
    }

    long firstOffset() {
        return records.get(0).offset();
    }

    long lastOffset() {
        return records.get(records.size() - 1).offset();
    }

    long sizeBytes() {
        return records.stream()
                .mapToLong(each -> each.value() == null ? 0 : each.value().length)
                .sum();
    }

    /** Of the place and all that stands there: only the very same delivery has it again. */
    String sha256() {
        MessageDigest digest = RejectedRecord.newDigest();
        digest.update(path().getBytes(StandardCharsets.UTF_8));
        for (ConsumerRecord<byte[], byte[]> each : records) {
            byte[] value = each.value() == null ? new byte[0] : each.value();
            digest.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(each.offset())
                    .putInt(value.length)
                    .flip());
            digest.update(value);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    ConsumerRecord<byte[], byte[]> at(long offset) {
        return records.stream()
                .filter(each -> each.offset() == offset)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path() + " holds no record at " + offset));
    }
}
