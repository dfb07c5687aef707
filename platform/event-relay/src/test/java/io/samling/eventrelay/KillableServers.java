package io.samling.eventrelay;

import static org.awaitility.Awaitility.await;

import io.samling.localstack.host.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A local stack's two servers, each in a process of its own: the broker can be killed, and what
 * either of them holds in memory is not the test's.
 */
final class KillableServers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final ChildProcess mongodb;
    private final String bootstrap;
    private ChildProcess broker;

    KillableServers(Path folder) {
        this.folder = folder;
        this.mongodb =
                ChildProcess.start("2g", List.of("mongodb", "--data", data(), "--mongodb-port=0"));
        this.broker = broker("0");
        this.bootstrap = after(broker, " at ");
    }

    String mongodb() {
        return "mongodb://" + after(mongodb, "mongodb://");
    }

    String bootstrap() {
        return bootstrap;
    }

    void killBroker() {
        broker.kill();
    }

    void stopBroker() {
        broker.close();
    }

    /** At the same port, which may be somebody else's for a while. */
    void startBroker() {
        var port = bootstrap.substring(bootstrap.indexOf(':') + 1);
        broker = await().atMost(PATIENCE).until(() -> broker(port), ChildProcess::isAlive);
    }

    @Override
    public void close() {
        broker.close();
        mongodb.close();
    }

    private ChildProcess broker(String port) {
        return ChildProcess.start(
                "512m", List.of("run", "--no-mongodb", "--data", data(), "--kafka-port=" + port));
    }

    private String data() {
        return folder.toString();
    }

    private static String after(ChildProcess server, String word) {
        var line = server.readyLine();
        return line.substring(line.indexOf(word) + word.length());
    }
}
