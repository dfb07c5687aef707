package io.samling.localstack;

import io.samling.localstack.host.Folders;
import io.samling.localstack.host.Ports;
import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker with its controller, in this JVM, with its data in one folder. */
public final class KafkaBroker implements AutoCloseable {

    /**
     * Says that the folder has been formatted to the end; a folder without it is formatted anew.
     */
    private static final String FORMATTED = "formatted";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private KafkaBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Starts a broker on the address; port 0 takes a free one. */
    public static KafkaBroker start(Path folder, String address, int port) {
        var listening = Ports.freeOrGiven("Kafka", address, port);
        var controllerPort = Ports.freeOrGiven("Kafka's controller", address, 0);
        format(folder);
        var settings = KafkaSettings.of(folder.resolve("log"), address, listening, controllerPort);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new StackFailure(
                    StackFailure.Kind.SERVER_DIED, "Kafka did not start: " + e.getMessage(), e);
        }
        return new KafkaBroker(server, address + ":" + listening);
    }

    /** Host and port for clients. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        var log = folder.resolve("log");
        var formatted = folder.resolve(FORMATTED);
        if (Files.exists(formatted)) {
            return;
        }
        try {
            Folders.deleteRecursively(log);
            Files.createDirectories(log);
            write(log);
            Files.writeString(formatted, "samling local stack\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Folders.unusable(folder, e);
        }
    }

    private static void write(Path log) throws IOException {
        var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        try {
            new Formatter()
                    .setPrintStream(silent)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setNodeId(KafkaSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(log.toString()))
                    .setMetadataLogDirectory(log.toString())
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        } catch (Exception e) {
            throw new StackFailure(
                    StackFailure.Kind.SERVER_DIED,
                    "Kafka's folder %s could not be formatted: %s".formatted(log, e.getMessage()),
                    e);
        }
    }
}
