package io.samling.testing;

import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.samling.localstack.mongodb.MongoStandIn;
import io.samling.localstack.mongodb.RealMongod;
import io.samling.testing.TestServers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.testcontainers.containers.GenericContainer;

/**
 * Chooses the MongoDB for tests: one that was named, a {@code mongod} of this machine, a container,
 * or the stand-in.
 */
final class MongodbForTests {

    private static final String STAND_IN = "the MongoDB stand-in";

    private MongodbForTests() {}

    static Server start() {
        return TestServers.given("SAMLING_MONGODB_URI")
                .map(uri -> new Server("the MongoDB named by SAMLING_MONGODB_URI", uri))
                .or(MongodbForTests::ofThisMachine)
                .or(() -> ServerInContainer.mongodb().map(Server::of))
                .orElseGet(MongodbForTests::inMemory);
    }

    static boolean isReal(Server server) {
        return !server.what().startsWith(STAND_IN);
    }

    private static Optional<Server> ofThisMachine() {
        return RealMongod.find(TestServers.given("SAMLING_MONGOD")).map(MongodbForTests::run);
    }

    private static Server run(Path program) {
        var mongod =
                RealMongod.start(
                        program,
                        folder(),
                        "127.0.0.1",
                        0,
                        failure -> System.out.println(failure.getMessage()));
        atTheEnd(mongod::close);
        return new Server(program.toString(), mongod.connectionString());
    }

    private static Server inMemory() {
        var standIn = MongoStandIn.inMemory("127.0.0.1", 0);
        atTheEnd(standIn::close);
        return new Server(STAND_IN, standIn.connectionString());
    }

    /** The stand-in as the local stack runs it: what it acknowledges is on disk. */
    static Server ofTheLocalStack() {
        var standIn =
                MongoStandIn.open(
                        folder(),
                        "127.0.0.1",
                        0,
                        failure -> System.out.println(failure.getMessage()));
        atTheEnd(standIn::close);
        return new Server(STAND_IN + " of the local stack", standIn.connectionString());
    }

    private static void atTheEnd(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop MongoDB"));
    }

    /** Below {@code target}, which a clean build deletes. */
    private static Path folder() {
        try {
            var target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target, "mongodb-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public image, made a replica set of one by the first who asks. */
    static final class InContainer implements ServerInContainer.Recipe {

        private static final Duration PATIENCE = Duration.ofSeconds(90);
        private static final int ALREADY_INITIALIZED = 23;

        @Override
        public String image() {
            return "mongo:8.0";
        }

        @Override
        public int port() {
            return 27017;
        }

        @Override
        public String addressAt(int port) {
            return "mongodb://127.0.0.1:%d/?directConnection=true".formatted(port);
        }

        @Override
        public void prepare(GenericContainer<?> container, String address) {
            container.withCommand("--replSet", "samling", "--bind_ip_all");
        }

        @Override
        public void awaitReady(String address) {
            try (var client = MongoClients.create(address)) {
                var admin = client.getDatabase("admin");
                await("MongoDB in a container").atMost(PATIENCE).until(() -> isPrimary(admin));
            }
        }

        private static boolean isPrimary(MongoDatabase admin) {
            try {
                var hello = admin.runCommand(new Document("hello", 1));
                if (!hello.containsKey("setName")) {
                    initiate(admin);
                }
                return hello.getBoolean("isWritablePrimary", false);
            } catch (MongoSocketException | MongoTimeoutException starting) {
                return false;
            }
        }

        private static void initiate(MongoDatabase admin) {
            var member = new Document("_id", 0).append("host", "127.0.0.1:27017");
            var set = new Document("_id", "samling").append("members", List.of(member));
            try {
                admin.runCommand(new Document("replSetInitiate", set));
            } catch (MongoCommandException refused) {
                if (refused.getErrorCode() != ALREADY_INITIALIZED) {
                    throw refused;
                }
            }
        }
    }
}
