package io.samling.testing;

import io.samling.localstack.mongodb.MongoStandIn;
import io.samling.testing.TestServers.Server;
import org.testcontainers.mongodb.MongoDBContainer;

/** Chooses the MongoDB for tests: one that was named, a container, or the stand-in. */
final class MongodbForTests {

    private static final String IMAGE = "mongo:8.0";

    private MongodbForTests() {}

    static Server start() {
        var named = TestServers.given("SAMLING_MONGODB_URI");
        if (named.isPresent()) {
            return new Server("the MongoDB named by SAMLING_MONGODB_URI", named.get());
        }
        return DockerImages.present(IMAGE) ? container() : standIn();
    }

    private static Server container() {
        var container = new MongoDBContainer(IMAGE).withReplicaSet();
        container.start();
        return new Server(
                "MongoDB in a container (" + IMAGE + ")", container.getConnectionString());
    }

    private static Server standIn() {
        var standIn = MongoStandIn.inMemory("127.0.0.1", 0);
        Runtime.getRuntime().addShutdownHook(new Thread(standIn::close, "stop MongoDB stand-in"));
        return new Server("the MongoDB stand-in", standIn.connectionString());
    }
}
