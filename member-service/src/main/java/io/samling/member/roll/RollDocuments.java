package io.samling.member.roll;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The roll in MongoDB: {@code {_id, order, number, municipality, at, entry}}, {@code at} being the
 * position in the log of the last event that is in it.
 */
final class RollDocuments {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonWriterSettings PLAIN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final MongoCollection<Document> documents;

    RollDocuments(MongoDatabase database) {
        documents = database.getCollection("roll");
        documents.createIndex(ascending("order"));
        documents.createIndex(ascending("municipality", "order"));
        documents.createIndex(ascending("number"));
    }

    /** An entry with its place in the log and in the list. */
    record Placed(RollEntry entry, long at, String order) {}

    @Nullable Placed find(String id) {
        var document = documents.find(eq("_id", id)).first();
        return document == null ? null : placed(document);
    }

    List<Placed> withNumber(String number) {
        return placed(documents.find(eq("number", number)).limit(10));
    }

    /** Up to so many, in the order of the list, between two places of it. */
    List<Placed> between(
            @Nullable String municipality, @Nullable String from, String until, int limit) {
        List<Bson> conditions = new ArrayList<>();
        if (municipality != null) {
            conditions.add(eq("municipality", municipality));
        }
        conditions.add(from == null ? gte("order", "") : gt("order", from));
        conditions.add(lt("order", until));
        return placed(documents.find(and(conditions)).sort(Sorts.ascending("order")).limit(limit));
    }

    void insert(RollEntry entry, long at) {
        documents.insertOne(document(entry, at));
    }

    /** Writes an entry over one that no other instance has written meanwhile. */
    void replace(Placed before, RollEntry entry, long at) {
        var unmoved = and(eq("_id", entry.id()), eq("at", before.at()));
        if (documents.replaceOne(unmoved, document(entry, at)).getMatchedCount() == 0) {
            throw new IllegalStateException(
                    "Entry " + entry.id() + " is written by another instance as well, at " + at);
        }
    }

    void deleteAll() {
        documents.deleteMany(new Document());
    }

    private static List<Placed> placed(Iterable<Document> found) {
        List<Placed> placed = new ArrayList<>();
        found.forEach(document -> placed.add(placed(document)));
        return placed;
    }

    private static Placed placed(Document document) {
        var json = document.get("entry", Document.class).toJson(PLAIN);
        return new Placed(
                JSON.readValue(json, RollEntry.class),
                document.getLong("at"),
                document.getString("order"));
    }

    private static Document document(RollEntry entry, long at) {
        return new Document("_id", entry.id())
                .append("order", RollOrder.of(entry.name(), entry.id()))
                .append("number", entry.organisationsnummer())
                .append("municipality", entry.municipality())
                .append("at", at)
                .append("entry", Document.parse(JSON.writeValueAsString(entry)));
    }
}
