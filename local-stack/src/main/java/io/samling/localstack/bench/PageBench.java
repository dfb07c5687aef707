package io.samling.localstack.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.samling.localstack.bench.StackBench.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;

/** Pages out of a large collection, each in time that goes with the page. */
final class PageBench {

    private static final int TIMES = 200;

    private PageBench() {}

    static List<Line> measure(MongoDatabase database, int documents) {
        var pages = database.getCollection("pages");
        pages.createIndex(Indexes.ascending("stream", "sequence"), new IndexOptions().unique(true));
        pages.createIndex(Indexes.ascending("kind", "sequence"));
        var started = System.nanoTime();
        for (int first = 0; first < documents; first += 500) {
            pages.insertMany(InsertBench.documents(first, Math.min(500, documents - first)));
        }
        var lines = new ArrayList<Line>();
        var size = "mongodb: of %,d documents, ".formatted(documents);
        lines.add(
                new Line(
                        size + "filling, three indexes",
                        rate(documents, started),
                        "documents per s"));
        var middle = (long) documents / 2;
        add(lines, size + "the newest by _id", () -> pages.find().sort(descending("_id")).limit(1));
        add(lines, size + "500 from the middle", () -> page(pages, middle));
        add(lines, size + "one stream from a sequence on", () -> stream(pages, middle));
        add(lines, size + "equal, range, sort, limit 500", () -> compound(pages, documents));
        return lines;
    }

    private static FindIterable<Document> page(MongoCollection<Document> pages, long middle) {
        return pages.find(gte("_id", middle)).sort(ascending("_id")).limit(500);
    }

    private static FindIterable<Document> stream(MongoCollection<Document> pages, long middle) {
        var from = and(eq("stream", "member-77"), gte("sequence", middle / 10_000));
        return pages.find(from).sort(ascending("sequence"));
    }

    private static FindIterable<Document> compound(MongoCollection<Document> pages, int documents) {
        var from = and(eq("kind", 3L), gte("sequence", documents / 20_000L));
        return pages.find(from).sort(descending("sequence")).limit(500);
    }

    private static void add(List<Line> lines, String what, Supplier<FindIterable<Document>> query) {
        var times = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            var started = System.nanoTime();
            query.get().batchSize(1000).into(new ArrayList<>());
            times[i] = System.nanoTime() - started;
        }
        Arrays.sort(times);
        lines.add(new Line(what + ", median", times[TIMES / 2] / 1e6, "ms"));
        lines.add(new Line(what + ", 99 of 100", times[TIMES * 99 / 100] / 1e6, "ms"));
    }

    private static double rate(int documents, long started) {
        return documents / ((System.nanoTime() - started) / 1e9);
    }
}
