package io.samling.localstack.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.localstack.host.Arguments;
import io.samling.localstack.host.ChildProcess;
import io.samling.localstack.host.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what both servers do per second, beside what the disk allows, as a table and as JSON. */
public final class StackBench {

    private StackBench() {}

    /** One line of the table. */
    record Line(String what, double value, String unit) {}

    /** {@code [stack] [seconds] [documents]}: 3 per measurement and 1,000,000 unless told. */
    public static void run(List<String> arguments) {
        var numbers = Arguments.numbers("bench", arguments);
        var seconds = numbers.isEmpty() ? 3 : numbers.getFirst();
        var documents = numbers.size() < 2 ? 1_000_000 : numbers.get(1);
        try {
            var folder = Files.createTempDirectory(Path.of("."), "samling-bench");
            var lines = measure(folder, seconds, documents);
            Folders.deleteRecursively(folder);
            print(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> measure(Path folder, int seconds, int documents) throws IOException {
        var lines = new ArrayList<Line>();
        lines.addAll(DiskBench.measure(folder, seconds));
        var arguments =
                List.of(
                        "run",
                        "--data",
                        folder.toString(),
                        "--mongodb-port",
                        "0",
                        "--kafka-port",
                        "0");
        try (var stack = ChildProcess.start("1536m", arguments)) {
            var ready = stack.readyLine();
            lines.addAll(Resident.of("resident idle", stack.pid()));
            try (var client = connect(between(ready, "stand-in at ", ","))) {
                lines.addAll(InsertBench.measure(client.getDatabase("bench"), seconds));
                lines.addAll(
                        CommitBench.measure(client.getDatabase("bench"), stack.pid(), seconds));
                lines.addAll(PageBench.measure(client.getDatabase("bench"), documents));
            }
            lines.addAll(
                    BrokerBench.measure(ready.substring(ready.indexOf("Kafka at ") + 9), seconds));
            lines.addAll(Resident.of("resident after the bench", stack.pid()));
        }
        return lines;
    }

    static MongoClient connect(String address) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(address))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.MAJORITY)
                        .build());
    }

    private static String between(String text, String start, String end) {
        var from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static void print(List<Line> lines) {
        for (var line : lines) {
            System.out.printf(
                    Locale.ROOT, "%-58s %,14.1f %s%n", line.what(), line.value(), line.unit());
        }
        var fields = new ArrayList<String>();
        for (var line : lines) {
            fields.add(
                    "{\"what\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"}"
                            .formatted(line.what(), line.value(), line.unit()));
        }
        System.out.println("[" + String.join(",", fields) + "]");
    }
}
