package io.samling.localstack.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.samling.localstack.bench.StackBench.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** Durable inserts, one by one and in batches, by several callers at once. */
final class InsertBench {

    private static final List<Integer> CALLERS = List.of(1, 8, 32);
    private static final List<Integer> BATCHES = List.of(1, 100);

    private InsertBench() {}

    static List<Line> measure(MongoDatabase database, int seconds) {
        var lines = new ArrayList<Line>();
        insert(database.getCollection("warm-up"), 8, 10, Math.min(seconds, 2));
        for (var batch : BATCHES) {
            for (var callers : CALLERS) {
                var collection = database.getCollection("inserts-%d-%d".formatted(batch, callers));
                var perSecond = insert(collection, callers, batch, seconds);
                var what =
                        "mongodb: durable inserts, batches of %d, %d callers"
                                .formatted(batch, callers);
                lines.add(new Line(what, perSecond, "documents per s"));
                collection.drop();
            }
        }
        return lines;
    }

    private static double insert(
            MongoCollection<Document> collection, int callers, int batch, int seconds) {
        var ids = new AtomicLong();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                threads.execute(
                        () -> {
                            while (System.nanoTime() < end) {
                                collection.insertMany(documents(ids.getAndAdd(batch), batch));
                            }
                        });
            }
        }
        return (double) ids.get() / seconds;
    }

    static List<Document> documents(long first, int count) {
        var documents = new ArrayList<Document>();
        for (long id = first; id < first + count; id++) {
            documents.add(
                    new Document("_id", id)
                            .append("stream", "member-" + id % 10_000)
                            .append("sequence", id / 10_000)
                            .append("kind", id % 7)
                            .append("text", "x".repeat(200)));
        }
        return documents;
    }
}
