package io.samling.localstack.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/** Makes a fresh {@code mongod} the only member of a replica set, and waits until it is primary. */
final class ReplicaSetOfOne {

    static final String NAME = "samling";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NOT_YET_INITIALIZED = 94;

    private ReplicaSetOfOne() {}

    static void await(String self, BooleanSupplier alive) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client = connect(self)) {
            var admin = client.getDatabase("admin");
            while (!isPrimary(admin, self)) {
                if (!alive.getAsBoolean()) {
                    throw new IllegalStateException("it ended while starting");
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("it did not become primary within " + PATIENCE);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    private static boolean isPrimary(MongoDatabase admin, String self) {
        try {
            var hello = admin.runCommand(new Document("hello", 1));
            if (!hello.containsKey("setName")) {
                configure(admin, self);
            }
            return hello.getBoolean("isWritablePrimary", false);
        } catch (MongoException notYet) {
            return false;
        }
    }

    /** A set made on another port is told its new address, or it would wait for itself. */
    private static void configure(MongoDatabase admin, String self) {
        try {
            var config =
                    admin.runCommand(new Document("replSetGetConfig", 1))
                            .get("config", Document.class);
            var version = config.getInteger("version") + 1;
            var changed =
                    new Document(config)
                            .append("version", version)
                            .append("members", onlyMember(self));
            admin.runCommand(new Document("replSetReconfig", changed).append("force", true));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NOT_YET_INITIALIZED) {
                throw e;
            }
            var config = new Document("_id", NAME).append("members", onlyMember(self));
            admin.runCommand(new Document("replSetInitiate", config));
        }
    }

    private static List<Document> onlyMember(String self) {
        return List.of(new Document("_id", 0).append("host", self));
    }

    private static MongoClient connect(String self) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(
                                new ConnectionString(
                                        "mongodb://" + self + "/?directConnection=true"))
                        .applyToClusterSettings(c -> c.serverSelectionTimeout(1, TimeUnit.SECONDS))
                        .build());
    }
}
