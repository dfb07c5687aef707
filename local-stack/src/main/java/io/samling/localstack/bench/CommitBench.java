package io.samling.localstack.bench;

import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import io.samling.localstack.bench.StackBench.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Documents as the log of events writes them, and how it reads them, by one caller. */
final class CommitBench {

    private static final int STREAMS = 1000;

    private final MongoCollection<Document> commits;
    private final ProcessHandle server;
    private final int seconds;
    private final List<Line> lines = new ArrayList<>();

    private CommitBench(MongoDatabase database, long pid, int seconds) {
        this.commits = database.getCollection("commits");
        this.server = ProcessHandle.of(pid).orElseThrow();
        this.seconds = seconds;
    }

    static List<Line> measure(MongoDatabase database, long pid, int seconds) {
        return new CommitBench(database, pid, seconds).measure();
    }

    private List<Line> measure() {
        var unique = new IndexOptions().unique(true);
        commits.createIndex(Indexes.ascending("streams.id", "streams.first"), unique);
        commits.createIndex(Indexes.ascending("key"), unique.sparse(true));
        commits.createIndex(Indexes.ascending("claims"), unique);
        var inOrder = new InsertManyOptions().ordered(true);
        repeat("commits, 32 in a batch", 32, first -> commits.insertMany(batch(first), inOrder));
        var count = commits.countDocuments();
        repeat("one commit by _id", 1, n -> commits.find(eq("_id", n * 31 % count)).first());
        repeat("one commit by key", 1, n -> commits.find(eq("key", key(n * 31 % count))).first());
        repeat("one commit by stream", 1, n -> commits.find(inStream(n * 31 % count)).first());
        return lines;
    }

    private void repeat(String what, int step, LongConsumer work) {
        var done = 0L;
        var cpu = cpu();
        var started = System.nanoTime();
        while (System.nanoTime() - started < seconds * 1_000_000_000L) {
            work.accept(done);
            done += step;
        }
        var took = System.nanoTime() - started;
        lines.add(new Line("mongodb: " + what, done / (took / 1e9), "per s"));
        var each = cpu().minus(cpu).toNanos() / 1e3 / done;
        lines.add(new Line("mongodb: " + what + ", processor time", each, "us each"));
    }

    private Duration cpu() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Bson inStream(long id) {
        return elemMatch("streams", stream(id));
    }

    private static Document stream(long id) {
        return new Document("id", "member-0f8fad5b-d9cb-469f-a165-7%011d".formatted(id % STREAMS))
                .append("first", id / STREAMS);
    }

    private static String key(long id) {
        return "idempotency-key-%012d".formatted(id);
    }

    private static List<Document> batch(long first) {
        var batch = new ArrayList<Document>();
        for (long id = first; id < first + 32; id++) {
            batch.add(commit(id));
        }
        return batch;
    }

    private static Document commit(long id) {
        var commit =
                new Document("_id", id)
                        .append("n", 1)
                        .append("id", "8d6f0f3e-3f0c-4a53-9a51-%012d".formatted(id))
                        .append("prev", new Document("at", id - 1).append("hash", "f".repeat(64)))
                        .append("hash", "e".repeat(64))
                        .append("key", key(id))
                        .append("at", id)
                        .append("streams", List.of(stream(id).append("n", 1)));
        if (id % 4 == 0) {
            commit.append("claims", List.of("organisationsnummer:%012d".formatted(id)));
        }
        var event =
                new Document("type", "member.MembershipBegan")
                        .append("revision", "1")
                        .append("id", "5c1d8f3e-3f0c-4a53-9a51-%012d".formatted(id))
                        .append("meta", new Document("actor", "a".repeat(36)).append("cause", "c"))
                        .append("payload", "{\"text\":\"" + "x".repeat(500) + "\"}");
        return commit.append("events", List.of(event));
    }
}
