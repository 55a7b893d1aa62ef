package dev.comanda.batch.stream;

import dev.comanda.batch.nightly.NightlyAutoConfiguration;
import dev.comanda.ops.ingest.LegalEntity;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Reads the feeds from Kafka where {@code comanda.kafka=true}. Servers, security and the like are Spring Boot's own settings,
 * {@code spring.kafka.*}; what the guarantees rest on is set here and cannot be changed.
 */
@AutoConfiguration(after = NightlyAutoConfiguration.class)
@ConditionalOnProperty(name = "comanda.kafka", havingValue = "true")
public class StreamAutoConfiguration {

    /** A poll brings no more than that, and no more bytes than the client fetches at once: memory stays bounded. */
    private static final int RECORDS_PER_POLL = 5_000;

    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final double PAUSE_GROWS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> deadLetterProducer(KafkaProperties kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.buildProducerProperties());
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new DefaultKafkaProducerFactory<byte[], byte[]>(properties).createProducer();
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> feeds(
            KafkaProperties kafka,
            @Value("${comanda.kafka-group:comanda}") String group,
            DSLContext database,
            LegalEntity legalEntity,
            Clock clock,
            Producer<byte[], byte[]> deadLetterProducer) {
        ContainerProperties container = new ContainerProperties(Topics.IN.toArray(String[]::new));
        container.setGroupId(group);
        container.setAckMode(ContainerProperties.AckMode.BATCH);
        container.setMessageListener(
                new FeedListener(new BatchLoad(database, legalEntity, clock), new DeadLetters(deadLetterProducer)));
        ConcurrentMessageListenerContainer<byte[], byte[]> feeds = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(consumerProperties(kafka)), container);
        feeds.setBeanName("feeds");
        feeds.setCommonErrorHandler(new DefaultErrorHandler(triedForEver()));
        return feeds;
    }

    private static Map<String, Object> consumerProperties(KafkaProperties kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.buildConsumerProperties());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
        return properties;
    }

    /** A record that cannot be read is rejected by itself; a batch fails only of a database or a broker that is away, and waits. */
    private static ExponentialBackOff triedForEver() {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, PAUSE_GROWS);
        pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
        pauses.setMaxElapsedTime(Long.MAX_VALUE);
        return pauses;
    }
}
