package io.samling.localstack;

import io.samling.localstack.host.Folders;
import io.samling.localstack.host.StackFailure;
import io.samling.localstack.mongodb.MongoStandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Kafka and the MongoDB stand-in, started together and stopped together. */
public final class RunningStack implements AutoCloseable {

    /** Written under the data folder once both servers answer, removed at a stop. */
    public static final String READY_FILE = "stack.ready";

    private final MongoStandIn mongodb;
    private final KafkaBroker kafka;
    private final Path ready;

    private RunningStack(MongoStandIn mongodb, KafkaBroker kafka, Path ready) {
        this.mongodb = mongodb;
        this.kafka = kafka;
        this.ready = ready;
    }

    /** Starts both servers, or neither; tells of a disk that fails later. */
    public static RunningStack start(StackSettings settings, Consumer<StackFailure> onFailure) {
        var ready = settings.data().resolve(READY_FILE);
        try {
            Files.createDirectories(settings.data());
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw Folders.unusable(settings.data(), e);
        }
        var mongodb = startMongodb(settings, onFailure);
        try {
            var kafka = startKafka(settings);
            var stack = new RunningStack(mongodb, kafka, ready);
            stack.writeReadyFile();
            return stack;
        } catch (RuntimeException e) {
            mongodb.close();
            throw e;
        }
    }

    /** What a MongoDB driver connects with. */
    public String mongodb() {
        return mongodb.connectionString();
    }

    /** Host and port for Kafka clients. */
    public String kafka() {
        return kafka.bootstrap();
    }

    /** One line that says what runs where. */
    public String sentence() {
        return "Local stack is ready: MongoDB stand-in at %s, Kafka at %s"
                .formatted(mongodb(), kafka());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw Folders.unusable(ready, e);
        } finally {
            kafka.close();
            mongodb.close();
        }
    }

    private static MongoStandIn startMongodb(
            StackSettings settings, Consumer<StackFailure> onFailure) {
        var folder = settings.data().resolve("mongodb");
        return MongoStandIn.open(folder, settings.address(), settings.mongodbPort(), onFailure);
    }

    private static KafkaBroker startKafka(StackSettings settings) {
        var folder = settings.data().resolve("kafka");
        return KafkaBroker.start(folder, settings.address(), settings.kafkaPort());
    }

    /** A reader sees the whole file or none. */
    private void writeReadyFile() {
        var text = "mongodb=%s%nkafka=%s%n".formatted(mongodb(), kafka());
        try {
            var unready = Files.writeString(beside(ready), text, StandardCharsets.UTF_8);
            Files.move(unready, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Folders.unusable(ready, e);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
