package io.samling.localstack.faults;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.localstack.host.Arguments;
import io.samling.localstack.host.ChildProcess;
import io.samling.localstack.host.Folders;
import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills the MongoDB stand-in again and again while several callers write, and looks each time
 * whether everything it had acknowledged is there.
 */
public final class StackFaults {

    private static final int CALLERS = 8;

    private final Path folder;
    private final Acknowledged acknowledged = new Acknowledged();

    private StackFaults(Path folder) {
        this.folder = folder;
    }

    /** What many kills came to. */
    public record Outcome(int kills, int documents, Duration longestStart, List<String> wrong) {}

    /** {@code [stack] [kills]}: how often, 100 unless told. */
    public static void run(List<String> arguments) {
        var numbers = Arguments.numbers("faults", arguments);
        var kills = numbers.isEmpty() ? 100 : numbers.getFirst();
        try {
            var folder = Files.createTempDirectory("samling-faults");
            var outcome = new StackFaults(folder).killOften(kills);
            System.out.printf(
                    "%d kills, %d documents, longest start %d ms, %s%n",
                    outcome.kills(),
                    outcome.documents(),
                    outcome.longestStart().toMillis(),
                    outcome.wrong().isEmpty() ? "nothing lost" : outcome.wrong());
            if (!outcome.wrong().isEmpty()) {
                var sentence = "The MongoDB stand-in lost what it had acknowledged; see " + folder;
                throw new StackFailure(StackFailure.Kind.DATA_GARBLED, sentence);
            }
            Folders.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it so many times, on data in the folder, and stops at the first loss. */
    public static Outcome killOften(Path folder, int kills) {
        return new StackFaults(folder).killOften(kills);
    }

    private Outcome killOften(int kills) {
        var longest = Duration.ZERO;
        for (int kill = 1; kill <= kills; kill++) {
            var asked = System.nanoTime();
            var server = startServer();
            var took = Duration.ofNanos(System.nanoTime() - asked);
            longest = longest.compareTo(took) > 0 ? longest : took;
            var wrong = compare(server);
            if (!wrong.isEmpty()) {
                server.kill();
                return new Outcome(kill, acknowledged.size(), longest, wrong);
            }
            writeAndKill(server);
        }
        return lookOnceMore(kills, longest);
    }

    private Outcome lookOnceMore(int kills, Duration longest) {
        try (var server = startServer()) {
            return new Outcome(kills, acknowledged.size(), longest, compare(server));
        }
    }

    private List<String> compare(ChildProcess server) {
        try (var client = connect(server, Duration.ofSeconds(30))) {
            return acknowledged.compare(client.getDatabase("faults"));
        }
    }

    private void writeAndKill(ChildProcess server) {
        try (var client = connect(server, Duration.ofSeconds(1));
                var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> write(client));
            }
            callers.shutdown();
            callers.awaitTermination(
                    ThreadLocalRandom.current().nextInt(200, 1500), TimeUnit.MILLISECONDS);
            server.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(MongoClient client) {
        try {
            acknowledged.writeUntilKilled(client.getDatabase("faults"));
        } catch (MongoException killed) {
            // whether this last write is there is looked at after the start
        }
    }

    private ChildProcess startServer() {
        var arguments = List.of("mongodb", "--data", folder.toString(), "--mongodb-port", "0");
        var server = ChildProcess.start("512m", arguments);
        if (!server.isAlive()) {
            throw new IllegalStateException("the stand-in did not start: " + server.said());
        }
        return server;
    }

    private static MongoClient connect(ChildProcess server, Duration patience) {
        var ready = server.said().getLast();
        var address = ready.substring(ready.indexOf("mongodb://"));
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(address))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .applyToClusterSettings(
                                c ->
                                        c.serverSelectionTimeout(
                                                patience.toMillis(), TimeUnit.MILLISECONDS))
                        .build());
    }
}
