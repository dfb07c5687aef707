package io.samling.localstack.faults;

import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Writes to two collections with unique indexes and remembers what was acknowledged. */
final class Acknowledged {

    /** How far a document is known to have come, and how far it may have come. */
    private record Version(int known, int tried) {}

    private final ConcurrentMap<Long, Version> things = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, Boolean> commits = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    /** Writes until the server goes away, which it does by throwing. */
    void writeUntilKilled(MongoDatabase database) {
        createIndexes(database);
        while (true) {
            switch (ThreadLocalRandom.current().nextInt(4)) {
                case 0 -> insert(things(database), ids.incrementAndGet());
                case 1 -> commit(commits(database), ids.incrementAndGet());
                default -> update(things(database));
            }
        }
    }

    int size() {
        return things.size() + commits.size();
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
        things.computeIfPresent(id, (_, version) -> next(collection, id, version));
    }

    private Version next(MongoCollection<Document> collection, long id, Version version) {
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
        } catch (MongoException killed) {
            return new Version(version.known(), next);
        }
    }

    private void commit(MongoCollection<Document> collection, long id) {
        commits.put(id, false);
        var streams = List.of(stream(id, 0), stream(id, 1));
        collection.insertOne(
                new Document("_id", id)
                        .append("streams", streams)
                        .append("claims", List.of("c" + id)));
        commits.put(id, true);
    }

    /** Compares the server with what it acknowledged; returns what is wrong. */
    List<String> compare(MongoDatabase database) {
        var wrong = new ArrayList<String>();
        things.replaceAll((id, version) -> compare(database, id, version, wrong));
        commits.replaceAll((id, known) -> compare(database, id, known, wrong));
        things.values().removeIf(version -> version.tried() < 0);
        commits.values().removeIf(known -> !known);
        compareCount(things(database), things.size(), gte("key", ""), wrong);
        compareCount(commits(database), commits.size(), gte("claims", ""), wrong);
        return wrong;
    }

    private static Version compare(
            MongoDatabase database, long id, Version version, List<String> wrong) {
        var found = things(database).find(eq("_id", id)).first();
        if (found == null) {
            if (version.known() >= 0) {
                wrong.add("document %d was acknowledged and is missing".formatted(id));
            }
            return new Version(-1, -1);
        }
        var at = found.getInteger("version");
        if (at < version.known() || at > version.tried()) {
            wrong.add("document %d is at version %d, not %s".formatted(id, at, version));
        }
        compareIndex(things(database), eq("key", key(id, at)), found, wrong);
        return new Version(at, at);
    }

    private static boolean compare(
            MongoDatabase database, long id, boolean known, List<String> wrong) {
        var found = commits(database).find(eq("_id", id)).first();
        if (found == null) {
            if (known) {
                wrong.add("commit %d was acknowledged and is missing".formatted(id));
            }
            return false;
        }
        compareIndex(commits(database), eq("claims", "c" + id), found, wrong);
        var second = elemMatch("streams", new Document("id", "s" + id).append("first", 1));
        compareIndex(commits(database), second, found, wrong);
        return true;
    }

    private static void compareIndex(
            MongoCollection<Document> collection,
            Bson byIndex,
            Document found,
            List<String> wrong) {
        if (!collection.find(byIndex).into(new ArrayList<>()).equals(List.of(found))) {
            wrong.add("%s is not found by its index".formatted(found.get("_id")));
        }
    }

    private static void compareCount(
            MongoCollection<Document> collection, int expected, Bson byIndex, List<String> wrong) {
        var all = collection.countDocuments();
        var indexed = collection.countDocuments(byIndex);
        if (all != expected || indexed != expected) {
            wrong.add(
                    "%s holds %d documents, %d by index, %d expected"
                            .formatted(collection.getNamespace(), all, indexed, expected));
        }
    }

    private static MongoCollection<Document> things(MongoDatabase database) {
        return database.getCollection("things");
    }

    private static MongoCollection<Document> commits(MongoDatabase database) {
        return database.getCollection("commits");
    }

    private static Document stream(long id, int first) {
        return new Document("id", "s" + id).append("first", first);
    }

    private static String key(long id, int version) {
        return "k-%d-%d".formatted(id, version);
    }
}
