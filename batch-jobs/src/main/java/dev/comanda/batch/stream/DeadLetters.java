package dev.comanda.batch.stream;

import dev.comanda.ops.ingest.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends what could not be read to the dead-letter topic beside its own, as it came, with the reason in headers. */
final class DeadLetters {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Producer<byte[], byte[]> producer;

    DeadLetters(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Returns when the broker has them all: only then may the batch's offsets be committed. */
    void send(PartitionBatch batch, List<RejectedRecord> rejects) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (RejectedRecord reject : rejects) {
            sent.add(producer.send(letter(batch.at(reject.line()), reject)));
        }
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            await(each, batch);
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record, RejectedRecord reject) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.deadLetters(record.topic()), record.key(), record.value());
        letter.headers()
                .add("comanda-reason", bytes(reject.reason().name()))
                .add("comanda-sentence", bytes(reject.sentence()))
                .add("comanda-topic", bytes(record.topic()))
                .add("comanda-partition", bytes(String.valueOf(record.partition())))
                .add("comanda-offset", bytes(String.valueOf(record.offset())));
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void await(Future<RecordMetadata> sent, PartitionBatch batch) {
        try {
            sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the dead letters of " + batch.path() + " were sent", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the broker did not take the dead letters of " + batch.path() + "; the batch is tried again", e);
        }
    }
}
