package io.samling.testing;

import io.samling.localstack.KafkaBroker;
import io.samling.localstack.host.Folders;
import io.samling.testing.TestServers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.kafka.KafkaContainer;

/** Chooses the Kafka for tests: one that was named, a container, or a broker in this JVM. */
final class KafkaForTests {

    private static final String IMAGE = "apache/kafka:4.2.2";

    private KafkaForTests() {}

    static Server start() {
        var named = TestServers.given("SAMLING_KAFKA_BOOTSTRAP");
        if (named.isPresent()) {
            return new Server("the Kafka named by SAMLING_KAFKA_BOOTSTRAP", named.get());
        }
        return DockerImages.present(IMAGE) ? container() : inThisJvm();
    }

    private static Server container() {
        var container =
                new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return new Server("Kafka in a container (" + IMAGE + ")", container.getBootstrapServers());
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
}
