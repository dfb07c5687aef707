package io.samling.localstack.faults;

import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.samling.localstack.faults.Acknowledged.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Compares a server with what it acknowledged: every document, read by its id and along each index,
 * and some of each collection looked up by each index.
 */
final class Comparison {

    private static final int PAGE = 2000;
    private static final int LOOKED_UP = 100;

    private final MongoDatabase database;
    private final Acknowledged acknowledged;
    private final List<String> wrong = new ArrayList<>();
    private long data;

    Comparison(MongoDatabase database, Acknowledged acknowledged) {
        this.database = database;
        this.acknowledged = acknowledged;
    }

    /** What is wrong; what may or may not have been written is settled by what is there. */
    List<String> wrong() {
        var things = all(Acknowledged.things(database), empty());
        acknowledged.things().replaceAll((id, version) -> settled(id, version, things.get(id)));
        acknowledged.things().values().removeIf(version -> version.tried() < 0);
        same("things", "by id", acknowledged.things().size(), things.size());
        sameAlong(Acknowledged.things(database), "key", things);

        var commits = all(Acknowledged.commits(database), empty());
        acknowledged.commits().forEach((id, known) -> whole(id, known, commits.get(id)));
        acknowledged.commits().replaceAll((id, _) -> commits.containsKey(id));
        acknowledged.commits().values().removeIf(known -> !known);
        same("commits", "by id", acknowledged.commits().size(), commits.size());
        sameAlong(Acknowledged.commits(database), "claims", commits);
        sameAlong(Acknowledged.commits(database), "streams.id", commits);

        lookUp(things, commits);
        return wrong;
    }

    /** The bytes of all documents. */
    long data() {
        return data;
    }

    private Version settled(long id, Version version, @Nullable Document found) {
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
        if (!Acknowledged.key(id, at).equals(found.get("key"))) {
            wrong.add("document %d has the key of another version".formatted(id));
        }
        return new Version(at, at);
    }

    private void whole(long id, boolean known, @Nullable Document found) {
        if (found == null) {
            if (known) {
                wrong.add("commit %d was acknowledged and is missing".formatted(id));
            }
        } else if (!Acknowledged.claims(id).equals(found.get("claims"))) {
            wrong.add("commit %d claims something else".formatted(id));
        }
    }

    /** An index must lead to every document, once, and to nothing else. */
    private void sameAlong(
            MongoCollection<Document> collection, String field, Map<Long, Document> expected) {
        var name = collection.getNamespace().getCollectionName();
        var counted = data;
        var along = all(collection, gte(field, ""));
        data = counted;
        same(name, "along " + field, expected.size(), along.size());
        if (!along.equals(expected)) {
            wrong.add("%s differ along %s".formatted(name, field));
        }
        same(
                name,
                "counted by " + field,
                expected.size(),
                collection.countDocuments(gte(field, "")));
    }

    private void same(String collection, String how, long expected, long found) {
        if (expected != found) {
            wrong.add("%s: %d expected, %d found %s".formatted(collection, expected, found, how));
        }
    }

    private void lookUp(Map<Long, Document> things, Map<Long, Document> commits) {
        things.values().stream()
                .skip(Math.max(0, things.size() - LOOKED_UP))
                .forEach(
                        thing ->
                                lookUp(
                                        Acknowledged.things(database),
                                        eq("key", thing.get("key")),
                                        thing));
        commits.entrySet().stream()
                .skip(Math.max(0, commits.size() - LOOKED_UP))
                .forEach(
                        commit -> {
                            var collection = Acknowledged.commits(database);
                            var claim = Acknowledged.claims(commit.getKey()).getFirst();
                            lookUp(collection, eq("claims", claim), commit.getValue());
                            var second = Acknowledged.stream(commit.getKey(), 1);
                            lookUp(collection, elemMatch("streams", second), commit.getValue());
                        });
    }

    private void lookUp(MongoCollection<Document> collection, Bson byIndex, Document expected) {
        if (!collection.find(byIndex).into(new ArrayList<>()).equals(List.of(expected))) {
            wrong.add("%s is not found by its index".formatted(expected.get("_id")));
        }
    }

    private Map<Long, Document> all(MongoCollection<Document> collection, Bson filter) {
        var all = new LinkedHashMap<Long, Document>();
        var raw = collection.withDocumentClass(RawBsonDocument.class);
        for (var document : raw.find(filter).batchSize(PAGE)) {
            data += document.getByteBuffer().remaining();
            var decoded = document.decode(new DocumentCodec());
            if (all.put(decoded.getLong("_id"), decoded) != null) {
                wrong.add("%s came twice".formatted(decoded.get("_id")));
            }
        }
        return all;
    }
}
