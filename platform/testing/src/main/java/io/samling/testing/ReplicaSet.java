package io.samling.testing;

import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import io.samling.localstack.host.Ports;
import io.samling.localstack.mongodb.RealMongod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * A replica set of several servers, of which one can be killed without warning: three {@code
 * mongod} of this machine, or a set that was named.
 */
public final class ReplicaSet implements AutoCloseable {

    private static final String NAME = "samling-tests";
    private static final int MEMBERS = 3;

    private final String connectionString;
    private final Optional<Killing> killing;
    private final Runnable end;

    private ReplicaSet(String connectionString, Optional<Killing> killing, Runnable end) {
        this.connectionString = connectionString;
        this.killing = killing;
        this.end = end;
    }

    /** Ends a member as a power cut would, and starts it again. */
    @FunctionalInterface
    private interface Killing {
        void kill(String host) throws IOException, InterruptedException;
    }

    /**
     * The set named by {@code SAMLING_REPLICA_SET_URI}, whose members the command {@code
     * SAMLING_REPLICA_SET_KILL} kills and starts again, given their host and port; else one of
     * {@code mongod} of this machine, where there is one.
     */
    public static Optional<ReplicaSet> find() {
        return TestServers.given("SAMLING_REPLICA_SET_URI")
                .map(uri -> named(uri, TestServers.given("SAMLING_REPLICA_SET_KILL")))
                .or(() -> RealMongod.find(TestServers.given("SAMLING_MONGOD")).map(Members::start));
    }

    static ReplicaSet named(String uri, Optional<String> killing) {
        return new ReplicaSet(uri, killing.map(command -> host -> run(command, host)), () -> {});
    }

    private static void run(String command, String host) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("sh", "-c", command + " \"$1\"", "kill", host)
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed for " + host);
        }
    }

    /** What a driver connects with: all of its members. */
    public String connectionString() {
        return connectionString;
    }

    /** Whether its members can be killed. */
    public boolean canBeKilled() {
        return killing.isPresent();
    }

    /** Kills the member that is the primary now, and starts it again. */
    public void killPrimary() throws IOException, InterruptedException {
        killing.orElseThrow().kill(primary());
    }

    private String primary() {
        try (var client = MongoClients.create(connectionString)) {
            var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            return hello.getString("primary");
        }
    }

    @Override
    public void close() {
        end.run();
    }

    /** The servers that were started here, by host and port. */
    private record Members(Path program, Path folder, Map<String, Process> running) {

        static ReplicaSet start(Path program) {
            var members = new Members(program, folderFor(), new LinkedHashMap<>());
            Runtime.getRuntime().addShutdownHook(new Thread(members::end, "stop replica set"));
            try {
                for (var number = 0; number < MEMBERS; number++) {
                    members.launch("127.0.0.1:" + Ports.freeOrGiven("MongoDB", "127.0.0.1", 0));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            members.initiate();
            var hosts = String.join(",", members.running.keySet());
            System.out.println("Tests of a replica set run on " + program + " at " + hosts);
            return new ReplicaSet(
                    "mongodb://" + hosts + "/?replicaSet=" + NAME,
                    Optional.of(members::kill),
                    members::end);
        }

        private static Path folderFor() {
            try {
                var target = Files.createDirectories(Path.of("target"));
                return Files.createTempDirectory(target, "replica-set-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void launch(String host) throws IOException {
            var port = host.substring(host.indexOf(':') + 1);
            var data = Files.createDirectories(folder.resolve(port));
            var process =
                    new ProcessBuilder(
                                    program.toString(),
                                    "--dbpath=" + data,
                                    "--bind_ip=127.0.0.1",
                                    "--port=" + port,
                                    "--replSet=" + NAME,
                                    "--nounixsocket",
                                    "--wiredTigerCacheSizeGB=0.25")
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolve(port + ".log").toFile()))
                            .start();
            running.put(host, process);
        }

        private void kill(String host) throws IOException, InterruptedException {
            var process = running.get(host);
            if (process == null) {
                throw new IllegalStateException(host + " is none of " + running.keySet());
            }
            process.destroyForcibly().waitFor();
            launch(host);
        }

        private void initiate() {
            var first = running.keySet().iterator().next();
            var members = new ArrayList<Document>();
            for (var host : running.keySet()) {
                members.add(new Document("_id", members.size()).append("host", host));
            }
            var set =
                    new Document("_id", NAME)
                            .append("members", List.copyOf(members))
                            .append("settings", new Document("electionTimeoutMillis", 2000));
            try (var client =
                    MongoClients.create("mongodb://" + first + "/?directConnection=true")) {
                var admin = client.getDatabase("admin");
                admin.runCommand(new Document("replSetInitiate", set));
                await("a primary")
                        .ignoreExceptionsInstanceOf(MongoException.class)
                        .until(
                                () ->
                                        admin.runCommand(new Document("hello", 1))
                                                .containsKey("primary"));
            }
        }

        private void end() {
            running.values().forEach(Process::destroyForcibly);
        }
    }
}
