package dev.comanda.batch.stream;

import dev.comanda.ops.testing.ShortLivedJava;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The real broker in a process of its own, on the loopback, with its data in a folder of the test. */
final class KafkaBroker implements AutoCloseable {

    private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final Path settings;
    private Process process;

    private KafkaBroker(Path folder, int port, Path settings, Process process) {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.process = process;
    }

    static KafkaBroker start(Path folder) throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        Path settings = folder.resolve("server.properties");
        Files.writeString(
                settings,
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                offsets.topic.num.partitions=3
                """
                        .formatted(port, controllerPort, folder.resolve("log")));
        java(folder, "kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings.toString())
                .waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        KafkaBroker broker = new KafkaBroker(folder, port, settings, java(folder, "kafka.Kafka", settings.toString()));
        broker.awaitAnswer();
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process java(Path folder, String main, String... arguments) throws IOException {
        List<String> command = ShortLivedJava.command(
                "-Xmx384m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main);
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.txt").toFile()))
                .start();
    }

    String servers() {
        return "127.0.0.1:" + port;
    }

    private void awaitAnswer() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Admin admin = admin()) {
                admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
                return;
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IllegalStateException(
                            "the broker does not answer; it said: " + Files.readString(folder.resolve("broker.txt")),
                            e);
                }
            }
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", servers(), "request.timeout.ms", "2000", "default.api.timeout.ms", "4000"));
    }

    void createTopics(int partitions) throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (String topic : Topics.IN) {
            topics.add(new NewTopic(topic, partitions, (short) 1));
            topics.add(new NewTopic(Topics.deadLetters(topic), 1, (short) 1));
        }
        try (Admin admin = admin()) {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** How many records the group has not committed yet, over all topics. */
    long behind(String group) throws Exception {
        try (Admin admin = admin()) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(10, TimeUnit.SECONDS);
            var partitions = new ArrayList<org.apache.kafka.common.TopicPartition>();
            for (var topic : admin.describeTopics(Topics.IN)
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS)
                    .values()) {
                topic.partitions()
                        .forEach(each -> partitions.add(
                                new org.apache.kafka.common.TopicPartition(topic.name(), each.partition())));
            }
            var latest = new java.util.HashMap<
                    org.apache.kafka.common.TopicPartition, org.apache.kafka.clients.admin.OffsetSpec>();
            partitions.forEach(each -> latest.put(each, org.apache.kafka.clients.admin.OffsetSpec.latest()));
            long behind = 0;
            for (var each :
                    admin.listOffsets(latest).all().get(10, TimeUnit.SECONDS).entrySet()) {
                var taken = committed.get(each.getKey());
                behind += each.getValue().offset() - (taken == null ? 0 : taken.offset());
            }
            return behind;
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() throws Exception {
        process = java(folder, "kafka.Kafka", settings.toString());
        awaitAnswer();
    }

    @Override
    public void close() {
        kill();
    }
}
