package io.samling.testing;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The MongoDB and the Kafka of a test JVM: started when first asked for, once, and stopped with the
 * JVM. Prints which kind it runs on.
 */
public final class TestServers {

    private TestServers() {}

    /**
     * A connection string of a MongoDB that may be written to freely, and where {@link MongoSubset}
     * listens.
     */
    public static String mongodb() {
        return Mongodb.ADDRESS;
    }

    /** The same of the stand-in as the local stack runs it, whatever else there is. */
    public static String localStackMongodb() {
        return LocalStack.ADDRESS;
    }

    /** Whether {@link #mongodb} is a real one and no stand-in. */
    public static boolean isMongodbReal() {
        return MongodbForTests.isReal(Mongodb.SERVER);
    }

    /** Bootstrap servers of a Kafka that may be written to freely. */
    public static String kafka() {
        return Kafka.SERVER.address();
    }

    /** The name of a database that nobody else uses. */
    public static String database() {
        return "test_" + random();
    }

    /** A name that nobody else uses, starting with the given word: for topics, groups and ids. */
    public static String unique(String word) {
        return word + "-" + random();
    }

    /** A server that runs, and how it came to be. */
    record Server(String what, String address) {

        static Server of(ServerInContainer container) {
            return new Server(container.toString(), container.address());
        }

        Server announced() {
            System.out.println("Tests run on " + what + " at " + address);
            return this;
        }
    }

    static Optional<String> given(String environment) {
        return Optional.ofNullable(System.getenv(environment)).filter(value -> !value.isBlank());
    }

    private static String random() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 12)
                .toLowerCase(Locale.ROOT);
    }

    /** Started by the class loader, so at most once and only when needed. */
    private static final class Mongodb {
        static final Server SERVER = MongodbForTests.start().announced();
        static final String ADDRESS = MongoSubset.watched(SERVER.address());
    }

    private static final class LocalStack {
        static final Server SERVER = MongodbForTests.ofTheLocalStack().announced();
        static final String ADDRESS = MongoSubset.watched(SERVER.address());
    }

    private static final class Kafka {
        static final Server SERVER = KafkaForTests.start().announced();
    }
}
