package io.samling.localstack;

import io.samling.localstack.host.FolderLock;
import io.samling.localstack.host.Folders;
import io.samling.localstack.host.StackFailure;
import io.samling.localstack.mongodb.MongoStandIn;
import io.samling.localstack.mongodb.RealMongod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Kafka and MongoDB, or the stand-in for it, started together and stopped together. */
public final class RunningStack implements AutoCloseable {

    /** Written under the data folder once the servers answer, removed at a stop. */
    public static final String READY_FILE = "stack.ready";

    /** The same for those that answer already, while others are still starting. */
    public static final String STARTING_FILE = "stack.starting";

    /** A server that runs: its key in the ready file, what it is, and where it answers. */
    private record Running(String key, String what, String address, AutoCloseable server) {}

    private final List<Running> servers = new ArrayList<>();
    private final FolderLock lock;
    private final Path folder;

    private RunningStack(FolderLock lock, Path folder) {
        this.lock = lock;
        this.folder = folder;
    }

    /** Starts all servers asked for, or none; tells of trouble that comes later. */
    public static RunningStack start(StackSettings settings, Consumer<StackFailure> onFailure) {
        var stack = new RunningStack(FolderLock.take(settings.data()), settings.data());
        try {
            stack.deleteFiles();
            if (settings.withMongodb()) {
                stack.servers.add(mongodb(settings, onFailure));
                stack.write(STARTING_FILE);
            }
            if (settings.withKafka()) {
                stack.servers.add(kafka(settings));
            }
            stack.write(READY_FILE);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** What a MongoDB driver connects with. */
    public String mongodb() {
        return address("mongodb");
    }

    /** Host and port for Kafka clients. */
    public String kafka() {
        return address("kafka");
    }

    /** One line that says what runs where. */
    public String sentence() {
        return servers.stream()
                .map(server -> server.what() + " at " + server.address())
                .collect(Collectors.joining(", ", "Local stack is ready: ", ""));
    }

    @Override
    public void close() {
        deleteFiles();
        servers.reversed().forEach(server -> FolderLock.closeQuietly(server.server()));
        lock.close();
    }

    private String address(String key) {
        for (var server : servers) {
            if (server.key().equals(key)) {
                return server.address();
            }
        }
        throw new IllegalStateException(key + " was not asked for");
    }

    private static Running mongodb(StackSettings settings, Consumer<StackFailure> onFailure) {
        var mongod = RealMongod.find(settings.mongod());
        if (mongod.isPresent()) {
            var folder = settings.data().resolve("mongod");
            var real =
                    RealMongod.start(
                            mongod.get(),
                            folder,
                            settings.address(),
                            settings.mongodbPort(),
                            onFailure);
            return new Running(
                    "mongodb", "MongoDB (" + mongod.get() + ")", real.connectionString(), real);
        }
        var folder = settings.data().resolve("mongodb");
        var standIn =
                MongoStandIn.open(folder, settings.address(), settings.mongodbPort(), onFailure);
        return new Running("mongodb", "MongoDB stand-in", standIn.connectionString(), standIn);
    }

    private static Running kafka(StackSettings settings) {
        var folder = settings.data().resolve("kafka");
        var broker = KafkaBroker.start(folder, settings.address(), settings.kafkaPort());
        return new Running("kafka", "Kafka", broker.bootstrap(), broker);
    }

    private void deleteFiles() {
        for (var file : List.of(STARTING_FILE, READY_FILE)) {
            try {
                Files.deleteIfExists(folder.resolve(file));
            } catch (IOException e) {
                throw Folders.unusable(folder.resolve(file), e);
            }
        }
    }

    /** A reader sees the whole file or none. */
    private void write(String file) {
        var lines = servers.stream().map(server -> server.key() + "=" + server.address()).toList();
        var beside = folder.resolve(file + ".new");
        try {
            Files.write(beside, lines, StandardCharsets.UTF_8);
            Files.move(beside, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Folders.unusable(folder.resolve(file), e);
        }
    }
}
