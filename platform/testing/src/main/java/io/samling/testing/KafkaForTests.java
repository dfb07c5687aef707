package io.samling.testing;

import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;

import io.samling.localstack.KafkaBroker;
import io.samling.localstack.host.Folders;
import io.samling.testing.TestServers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.GenericContainer;

/** Chooses the Kafka for tests: one that was named, a container, or a broker in this JVM. */
final class KafkaForTests {

    private KafkaForTests() {}

    static Server start() {
        return TestServers.given("SAMLING_KAFKA_BOOTSTRAP")
                .map(there -> new Server("the Kafka named by SAMLING_KAFKA_BOOTSTRAP", there))
                .or(() -> ServerInContainer.kafka().map(Server::of))
                .orElseGet(KafkaForTests::inThisJvm);
    }

    private static Server inThisJvm() {
        try {
            var folder = Files.createTempDirectory("samling-kafka");
            var broker = KafkaBroker.start(folder, "127.0.0.1", 0);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(broker, folder), "stop Kafka"));
            return new Server("Kafka in this JVM", broker.bootstrap());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(KafkaBroker broker, Path folder) {
        broker.close();
        try {
            Folders.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public image, as one node that is broker and controller. */
    static final class InContainer implements ServerInContainer.Recipe {

        private static final Duration PATIENCE = Duration.ofSeconds(90);

        @Override
        public String image() {
            return "apache/kafka:4.2.2";
        }

        /** Not that on which brokers speak with each other. */
        @Override
        public int port() {
            return 9094;
        }

        @Override
        public String addressAt(int port) {
            return "127.0.0.1:" + port;
        }

        @Override
        public void prepare(GenericContainer<?> container, String address) {
            container.withEnv(
                    Map.ofEntries(
                            entry("KAFKA_NODE_ID", "1"),
                            entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                            entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                            entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                            entry("KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE"),
                            entry(
                                    "KAFKA_LISTENERS",
                                    "INSIDE://:9092,CONTROLLER://:9093,OUTSIDE://:9094"),
                            entry(
                                    "KAFKA_ADVERTISED_LISTENERS",
                                    "INSIDE://localhost:9092,OUTSIDE://" + address),
                            entry(
                                    "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                    "INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT,OUTSIDE:PLAINTEXT"),
                            entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                            entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                            entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                            entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                            entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")));
        }

        @Override
        public void awaitReady(String address) {
            Map<String, Object> settings =
                    Map.of(
                            "bootstrap.servers",
                            address,
                            "default.api.timeout.ms",
                            "5000",
                            "request.timeout.ms",
                            "4000");
            try (var admin = Admin.create(settings)) {
                await("Kafka in a container").atMost(PATIENCE).until(() -> answers(admin));
            }
        }

        private static boolean answers(Admin admin) throws InterruptedException {
            try {
                return !admin.describeCluster().nodes().get().isEmpty();
            } catch (ExecutionException starting) {
                return false;
            }
        }
    }
}
