package io.samling.localstack.faults;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;

/** Writes to two collections with unique indexes and remembers what was acknowledged. */
final class Acknowledged {

    /** Beyond so many documents there are only updates, or looking at all would take for ever. */
    private static final long MOST = 50_000;

    /** How far a document is known to have come, and how far it may have come. */
    record Version(int known, int tried) {}

    private final ConcurrentMap<Long, Version> things = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Boolean> commits = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();

    /** Writes until the server goes away, which it does by throwing. */
    void writeUntilKilled(MongoDatabase database) {
        createIndexes(database);
        while (true) {
            switch (ThreadLocalRandom.current().nextInt(ids.get() < MOST ? 0 : 3, 5)) {
                case 0, 1 -> insert(things(database), ids.incrementAndGet());
                case 2 -> commit(commits(database), ids.incrementAndGet());
                default -> update(things(database));
            }
            writes.incrementAndGet();
        }
    }

    ConcurrentMap<Long, Version> things() {
        return things;
    }

    /** Each by its id, with whether it was acknowledged. */
    ConcurrentMap<Long, Boolean> commits() {
        return commits;
    }

    int size() {
        return things.size() + commits.size();
    }

    /** How many writes were acknowledged. */
    long writes() {
        return writes.get();
    }

    private static void createIndexes(MongoDatabase database) {
        things(database).createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        commits(database)
                .createIndex(
                        Indexes.ascending("streams.id", "streams.first"),
                        new IndexOptions().unique(true));
        commits(database)
                .createIndex(
                        Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
    }

    private void insert(MongoCollection<Document> collection, long id) {
        things.put(id, new Version(-1, 0));
        collection.insertOne(
                new Document("_id", id)
                        .append("key", key(id, 0))
                        .append("version", 0)
                        .append("text", "x".repeat(ThreadLocalRandom.current().nextInt(300))));
        things.put(id, new Version(0, 0));
    }

    /** Each document is worked on by one thread at a time, or its version would say nothing. */
    private void update(MongoCollection<Document> collection) {
        var id = ThreadLocalRandom.current().nextLong(ids.get() + 1);
        var killed = new AtomicReference<MongoException>();
        things.computeIfPresent(id, (_, version) -> next(collection, id, version, killed));
        if (killed.get() != null) {
            throw killed.get();
        }
    }

    /** Keeps what was tried, which throwing from here would lose. */
    private static Version next(
            MongoCollection<Document> collection,
            long id,
            Version version,
            AtomicReference<MongoException> killed) {
        if (version.known() != version.tried()) {
            return version;
        }
        var next = version.known() + 1;
        try {
            collection.updateOne(
                    eq("_id", id),
                    Updates.combine(
                            Updates.set("version", next), Updates.set("key", key(id, next))));
            return new Version(next, next);
        } catch (MongoException e) {
            killed.set(e);
            return new Version(version.known(), next);
        }
    }

    private void commit(MongoCollection<Document> collection, long id) {
        commits.put(id, false);
        var streams = List.of(stream(id, 0), stream(id, 1));
        collection.insertOne(
                new Document("_id", id).append("streams", streams).append("claims", claims(id)));
        commits.put(id, true);
    }

    static MongoCollection<Document> things(MongoDatabase database) {
        return database.getCollection("things");
    }

    static MongoCollection<Document> commits(MongoDatabase database) {
        return database.getCollection("commits");
    }

    static Document stream(long id, int first) {
        return new Document("id", "s" + id).append("first", first);
    }

    static List<String> claims(long id) {
        return List.of("c" + id);
    }

    static String key(long id, int version) {
        return "k-%d-%d".formatted(id, version);
    }
}
