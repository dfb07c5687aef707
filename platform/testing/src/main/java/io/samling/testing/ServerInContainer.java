package io.samling.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A real MongoDB or Kafka in a container, which can be killed and started again. There is none
 * where Docker does not answer, has no image and gets none, or cannot run it.
 */
public final class ServerInContainer implements AutoCloseable {

    /** What is to be run, and how to know that it runs. */
    interface Recipe {

        String image();

        /** Where it listens inside its container. */
        int port();

        /** What clients connect with, when it is at this port of this machine. */
        String addressAt(int port);

        void prepare(GenericContainer<?> container, String address);

        /** Returns when the server can be used, and throws where that takes too long. */
        void awaitReady(String address);
    }

    private final Recipe recipe;
    private final String address;
    private final GenericContainer<?> container;

    private ServerInContainer(Recipe recipe, int port) {
        this.recipe = recipe;
        address = recipe.addressAt(port);
        container = new GenericContainer<>(DockerImageName.parse(recipe.image()));
        // the same after a restart, when Docker would choose another
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + recipe.port()));
        recipe.prepare(container, address);
    }

    /** A MongoDB, as a replica set of one. */
    public static Optional<ServerInContainer> mongodb() {
        return start(new MongodbForTests.InContainer());
    }

    /** A Kafka of one broker, which creates no topic by itself. */
    public static Optional<ServerInContainer> kafka() {
        return start(new KafkaForTests.InContainer());
    }

    private static Optional<ServerInContainer> start(Recipe recipe) {
        if (!DockerImages.available(recipe.image())) {
            return Optional.empty();
        }
        var server = new ServerInContainer(recipe, freePort());
        try {
            server.container.start();
            server.recipe.awaitReady(server.address);
            return Optional.of(server);
        } catch (RuntimeException unusable) {
            System.out.println("Docker cannot run " + recipe.image() + ": " + unusable);
            server.close();
            return Optional.empty();
        }
    }

    /** What clients connect with. */
    public String address() {
        return address;
    }

    /** What runs where, for whoever reads the test's output. */
    @Override
    public String toString() {
        return recipe.image() + " in a container";
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /** Starts the killed server with what it had stored, and waits until it can be used. */
    public void startAgain() {
        container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        recipe.awaitReady(address);
    }

    @Override
    public void close() {
        container.stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
