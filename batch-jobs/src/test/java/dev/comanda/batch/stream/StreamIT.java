package dev.comanda.batch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.comanda.batch.ComandaBatch;
import dev.comanda.batch.ingest.InboxIngest;
import dev.comanda.batch.ingest.InboxLocation;
import dev.comanda.batch.ingest.Inboxes;
import dev.comanda.batch.simulator.MarketplaceSimulator;
import dev.comanda.ops.calendar.persistence.BankDays;
import dev.comanda.ops.ingest.LegalEntity;
import dev.comanda.ops.reconciliation.Lags;
import dev.comanda.ops.reconciliation.Reconciliation;
import dev.comanda.ops.reconciliation.ReconciliationSpecs;
import dev.comanda.ops.reconciliation.persistence.JooqExports;
import dev.comanda.ops.reconciliation.persistence.JooqReconciliations;
import dev.comanda.ops.testing.PostgresExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The feeds through a real broker: what comes out is what comes out of files, whatever is delivered twice or cut off. */
class StreamIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T06:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final PostgresExtension streamed = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension filed = new PostgresExtension();

    @TempDir
    static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = KafkaBroker.start(Files.createDirectories(folder.resolve("broker")));
        broker.createTopics(3);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @Test
    void whatComesByTheBrokerComesToWhatComesByFiles() throws Exception {
        Path inbox = folder.resolve("inbox");
        MarketplaceSimulator.simulate(DATE, 400, 3, inbox);
        List<byte[]> events = eventsIn(inbox);
        List<byte[]> delivered = new ArrayList<>(events);
        delivered.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(delivered, new Random(5));
        List<byte[]> garbage = List.of(bytes("{not json"), new byte[] {'{', 0, '}'}, bytes("{\"id\":\"x\"}"));
        // Half before anybody listens, the rest while two listen, one of them new: the partitions move between them.
        send(delivered.subList(0, delivered.size() / 2), 1);
        send(garbage, 7);
        send(Collections.singletonList(null), 9);
        try (ConfigurableApplicationContext one = listener()) {
            awaitTaken();
            long sources = streamed.dsl().fetchCount(dev.comanda.sql.ingest.Tables.SOURCE);
            try (ConfigurableApplicationContext other = listener()) {
                send(delivered.subList(delivered.size() / 2, delivered.size()), 2);
                broker.kill();
                broker.startAgain();
                awaitTaken();
                assertThat(other.isActive() && one.isActive()).isTrue();
            }
            assertThat(streamed.dsl().fetchCount(dev.comanda.sql.ingest.Tables.SOURCE))
                    .isGreaterThan((int) sources);
        }
        rereadEverything();
        try (ConfigurableApplicationContext again = listener()) {
            awaitTaken();
            assertThat(again.isActive()).isTrue();
        }

        // The PSP's and bank's files go the same way to both databases.
        Path files = folder.resolve("files");
        copyWithoutEvents(inbox, files);
        assertThat(exports(streamed.dsl(), files)).isEqualTo(exports(filed.dsl(), inbox));
        assertThat(streamed.dsl().fetchValues(dev.comanda.sql.ingest.Tables.REJECT.REASON))
                .contains("MALFORMED_JSON", "SCHEMA_VIOLATION", "UNREADABLE_TEXT");
        assertThat(streamed.dsl()
                        .fetchValue(
                                "select count(*) from (select topic, topic_partition, topic_offset from ingest.reject"
                                        + " where topic is not null group by 1, 2, 3 having count(*) > 1) as repeated"))
                .isEqualTo(0L);
        assertThat(reasonsOfDeadLetters()).contains("MALFORMED_JSON", "SCHEMA_VIOLATION", "UNREADABLE_TEXT");
    }

    private static ConfigurableApplicationContext listener() {
        return new SpringApplicationBuilder(ComandaBatch.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + streamed.database().jdbcUrl(),
                        "spring.datasource.username=" + streamed.database().user(),
                        "spring.datasource.password=" + streamed.database().password(),
                        "spring.batch.job.enabled=false",
                        "spring.batch.jdbc.initialize-schema=always",
                        "spring.main.banner-mode=off",
                        "logging.level.org.apache.kafka=error",
                        "comanda.worker=false",
                        "comanda.kafka=true",
                        "spring.kafka.bootstrap-servers=" + broker.servers())
                .run();
    }

    private static void send(List<byte[]> events, int seed) throws Exception {
        Random random = new Random(seed);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.servers()), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
            for (byte[] event : events) {
                sent.add(producer.send(new ProducerRecord<>(topicOf(event), random.nextInt(3), null, event)));
            }
            for (java.util.concurrent.Future<?> each : sent) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static String topicOf(byte[] event) {
        String text = event == null ? "" : new String(event, StandardCharsets.UTF_8);
        if (text.contains("\"source\":\"/restaurant\"")) {
            return "restaurant.events";
        }
        return text.contains("\"source\":\"/courier\"") ? "courier.events" : "ordering.events";
    }

    private static void awaitTaken() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (broker.behind("comanda") > 0) {
            assertThat(System.nanoTime()).as("the feeds are taken in time").isLessThan(end);
        }
    }

    /** What a group does whose offsets were never committed: it reads everything a second time. */
    private static void rereadEverything() throws Exception {
        try (var admin = org.apache.kafka.clients.admin.Admin.create(Map.of("bootstrap.servers", broker.servers()))) {
            admin.deleteConsumerGroups(List.of("comanda")).all().get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> reasonsOfDeadLetters() {
        List<String> reasons = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.servers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition letters = new TopicPartition("ordering.events.dlt", 0);
            consumer.assign(List.of(letters));
            consumer.seekToBeginning(List.of(letters));
            long end = consumer.endOffsets(List.of(letters)).getOrDefault(letters, 0L);
            while (consumer.position(letters) < end) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofSeconds(1))) {
                    reasons.add(new String(
                            letter.headers().lastHeader("comanda-reason").value(), StandardCharsets.UTF_8));
                    assertThat(letter.headers().lastHeader("comanda-offset")).isNotNull();
                }
            }
        }
        return reasons;
    }

    private static List<byte[]> eventsIn(Path inbox) throws IOException {
        List<byte[]> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(inbox.resolve("events"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (InputStream in = file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file)) {
                    byte[] all = in.readAllBytes();
                    int from = 0;
                    for (int i = 0; i < all.length; i++) {
                        if (all[i] == '\n') {
                            events.add(java.util.Arrays.copyOfRange(all, from, i));
                            from = i + 1;
                        }
                    }
                }
            }
        }
        return events;
    }

    private static void copyWithoutEvents(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.startsWith(from.resolve("events")))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static List<String> exports(DSLContext database, Path inbox) {
        new BankDays(database).ensureFilled();
        new InboxIngest(database, new Inboxes(null, CLOCK), LegalEntity.DEFAULT, CLOCK)
                .read(InboxLocation.of(inbox), path -> {});
        JooqReconciliations reconciliations = new JooqReconciliations(database, Lags.standard(), CLOCK);
        reconciliations.takeSources(DATE);
        ReconciliationSpecs.all().forEach(spec -> reconciliations.reconcile(spec, DATE));
        reconciliations.checkLaws(DATE);
        List<String> lines = new ArrayList<>();
        JooqExports exports = new JooqExports(database);
        for (Reconciliation each : Reconciliation.values()) {
            exports.rows(each, DATE, row -> lines.add(row.toString()));
        }
        exports.findings(DATE, finding -> lines.add(finding.toString()));
        return lines;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
