package io.samling.testing;

import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.samling.localstack.mongodb.MongoStandIn;
import io.samling.testing.TestServers.Server;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.testcontainers.containers.GenericContainer;

/** Chooses the MongoDB for tests: one that was named, a container, or the stand-in. */
final class MongodbForTests {

    private MongodbForTests() {}

    static Server start() {
        return TestServers.given("SAMLING_MONGODB_URI")
                .map(uri -> new Server("the MongoDB named by SAMLING_MONGODB_URI", uri))
                .or(() -> ServerInContainer.mongodb().map(Server::of))
                .orElseGet(MongodbForTests::standIn);
    }

    private static Server standIn() {
        var standIn = MongoStandIn.inMemory("127.0.0.1", 0);
        Runtime.getRuntime().addShutdownHook(new Thread(standIn::close, "stop MongoDB stand-in"));
        return new Server("the MongoDB stand-in", standIn.connectionString());
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
