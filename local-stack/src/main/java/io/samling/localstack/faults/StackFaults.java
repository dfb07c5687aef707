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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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

    /** A start reads at most three times the data; beyond this it hangs rather than reads. */
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    /** What little data may take beyond three times its size. */
    static final long ALLOWANCE = 1 << 20;

    private Duration longestStart = Duration.ZERO;
    private double largestFiles;

    /** What many kills came to; the files in multiples of the data, an allowance taken off. */
    public record Outcome(
            int kills,
            int documents,
            long writes,
            Duration longestStart,
            double largestFiles,
            List<String> wrong) {}

    /** {@code [stack] [kills] [updates]}: 100 and 1,000,000 unless told. */
    public static void run(List<String> arguments) {
        var numbers = Arguments.numbers("faults", arguments);
        try {
            var folder = Files.createTempDirectory("samling-faults");
            kill(folder.resolve("killed"), numbers.isEmpty() ? 100 : numbers.getFirst());
            update(folder.resolve("updated"), numbers.size() < 2 ? 1_000_000 : numbers.get(1));
            Folders.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(Path folder, int kills) {
        var outcome = killOften(folder, kills, StackFaults::report);
        System.out.printf(
                Locale.ROOT,
                "%,d kills, %,d acknowledged writes, %,d documents, longest start %d ms, files at most %.2f times the data: %s%n",
                outcome.kills(),
                outcome.writes(),
                outcome.documents(),
                outcome.longestStart().toMillis(),
                outcome.largestFiles(),
                outcome.wrong().isEmpty() ? "nothing lost" : outcome.wrong());
        if (!outcome.wrong().isEmpty()) {
            throw broken(folder);
        }
    }

    /** One line in a while, so that whoever waits sees that it goes on. */
    private static void report(Outcome soFar) {
        if (soFar.kills() % 10 == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d kills: %,d documents, longest start %d ms%n",
                    soFar.kills(),
                    soFar.documents(),
                    soFar.longestStart().toMillis());
        }
    }

    private static void update(Path folder, int updates) {
        System.out.printf(Locale.ROOT, "Updating one document %,d times%n", updates);
        var faults = new StackFaults(folder);
        try (var server = faults.startServer();
                var client = connect(server, Duration.ofSeconds(30))) {
            var outcome = UpdateStorm.run(client, folder.resolve("mongodb"), updates);
            System.out.printf(
                    Locale.ROOT,
                    "%,d updates of one document, %,.0f per s, files at most %.2f times the data%n",
                    outcome.updates(),
                    outcome.perSecond(),
                    outcome.times());
            if (outcome.times() > 3) {
                throw broken(folder);
            }
        }
    }

    private static StackFailure broken(Path folder) {
        return new StackFailure(
                StackFailure.Kind.DATA_GARBLED,
                "The MongoDB stand-in did not keep what it promises; see " + folder);
    }

    /**
     * Kills it so many times, on data in the folder, and stops at the first loss.
     *
     * @param progress hears after each kill how far it is
     */
    public static Outcome killOften(Path folder, int kills, Consumer<Outcome> progress) {
        return new StackFaults(folder).killOften(kills, progress);
    }

    private Outcome killOften(int kills, Consumer<Outcome> progress) {
        for (int kill = 1; kill <= kills; kill++) {
            var files = filesLeft();
            var server = startServer();
            var wrong = compare(server, files);
            if (!wrong.isEmpty()) {
                server.kill();
                return outcome(kill, wrong);
            }
            writeAndKill(server);
            progress.accept(outcome(kill, List.of()));
        }
        var files = filesLeft();
        try (var server = startServer()) {
            return outcome(kills, compare(server, files));
        }
    }

    private Outcome outcome(int kills, List<String> wrong) {
        return new Outcome(
                kills,
                acknowledged.size(),
                acknowledged.writes(),
                longestStart,
                largestFiles,
                wrong);
    }

    /** What a killed server leaves, before the next one tidies up. */
    private long filesLeft() {
        var data = folder.resolve("mongodb");
        return Files.exists(data) ? FileSizes.now(data).orElse(0) : 0;
    }

    private List<String> compare(ChildProcess server, long files) {
        try (var client = connect(server, Duration.ofSeconds(30))) {
            var comparison = new Comparison(client.getDatabase("faults"), acknowledged);
            var wrong = new ArrayList<>(comparison.wrong());
            var data = Math.max(1, comparison.data());
            largestFiles = Math.max(largestFiles, (double) (files - ALLOWANCE) / data);
            if (files > 3 * data + ALLOWANCE) {
                wrong.add("files of %,d bytes for %,d of data".formatted(files, data));
            }
            if (longestStart.compareTo(LONGEST_START) > 0) {
                wrong.add("a start took " + longestStart);
            }
            return wrong;
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
        var asked = System.nanoTime();
        var server = ChildProcess.start("512m", arguments);
        var took = Duration.ofNanos(System.nanoTime() - asked);
        longestStart = longestStart.compareTo(took) > 0 ? longestStart : took;
        if (!server.isAlive()) {
            throw new IllegalStateException("the stand-in did not start: " + server.said());
        }
        return server;
    }

    private static MongoClient connect(ChildProcess server, Duration patience) {
        var ready = server.readyLine();
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
