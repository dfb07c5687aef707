package io.samling.eventrelay;

import io.samling.localstack.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A broker that these tests have to themselves: the topics of a service have fixed names, and here
 * they are deleted, made wrongly and lost.
 */
final class OwnBroker {

    private static final KafkaBroker BROKER = KafkaBroker.start(folder(), "127.0.0.1", 0);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close, "stop the tests' Kafka"));
    }

    private OwnBroker() {}

    /** The broker's address, all topics of former tests gone. */
    static String emptied() {
        new Told(BROKER.bootstrap()).forgetEverything();
        return BROKER.bootstrap();
    }

    /** A new folder for a broker's data. */
    static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
