package io.samling.journeys;

import io.samling.testing.ServerInContainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The MongoDB and the Kafka that journeys run on: each in a container where Docker has an image of
 * it, else in the local stack. They can be killed and started again.
 */
final class Servers implements AutoCloseable {

    private static final String LOCAL = "the local stack";

    private final String mongodb;
    private final String kafka;
    private final List<ServerInContainer> containers;
    private final List<Program> localStacks;

    private Servers(
            String mongodb,
            String kafka,
            List<ServerInContainer> containers,
            List<Program> localStacks) {
        this.mongodb = mongodb;
        this.kafka = kafka;
        this.containers = containers;
        this.localStacks = localStacks;
    }

    /** Starts both, empty, and waits until they are ready. */
    static Servers start(String name, Path data) {
        var mongodb = ServerInContainer.mongodb();
        var kafka = ServerInContainer.kafka();
        System.out.printf(
                "journey: %s has MongoDB from %s and Kafka from %s%n",
                name,
                mongodb.map(ServerInContainer::toString).orElse(LOCAL),
                kafka.map(ServerInContainer::toString).orElse(LOCAL));
        int mongodbPort = Program.freePort();
        int kafkaPort = Program.freePort();
        var local = "mongodb://127.0.0.1:" + mongodbPort + "/?directConnection=true";
        var ready = data.resolve("stack.ready");
        var stack =
                new Program(
                        "local-stack",
                        name,
                        List.of(
                                "run",
                                "--data=" + data,
                                mongodb.isPresent()
                                        ? "--no-mongodb"
                                        : "--mongodb-port=" + mongodbPort,
                                kafka.isPresent() ? "--no-kafka" : "--kafka-port=" + kafkaPort),
                        Map.of(),
                        () -> Files.exists(ready));
        boolean noneIsLocal = mongodb.isPresent() && kafka.isPresent();
        var servers =
                new Servers(
                        mongodb.map(ServerInContainer::address).orElse(local),
                        kafka.map(ServerInContainer::address).orElse("127.0.0.1:" + kafkaPort),
                        Stream.of(mongodb, kafka).flatMap(Optional::stream).toList(),
                        noneIsLocal ? List.of() : List.of(stack));
        servers.startLocalStack();
        return servers;
    }

    String mongodb() {
        return mongodb;
    }

    String kafka() {
        return kafka;
    }

    /** Ends both as a power cut would. */
    void kill() {
        localStacks.forEach(Program::kill);
        containers.forEach(ServerInContainer::kill);
    }

    /** Starts what was killed, and waits until it is ready. */
    void startAgain() {
        startLocalStack();
        containers.forEach(ServerInContainer::startAgain);
    }

    @Override
    public void close() {
        localStacks.forEach(Program::close);
        containers.forEach(ServerInContainer::close);
    }

    private void startLocalStack() {
        localStacks.forEach(Program::start);
        localStacks.forEach(Program::awaitReady);
    }
}
