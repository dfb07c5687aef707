package io.samling.funding.portfolio;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of one sort in MongoDB: {@code {_id, group, order, position, row}}. A row is replaced only
 * by what a later position of the log says, so an event delivered again changes nothing.
 */
final class Rows<T> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonWriterSettings PLAIN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final MongoCollection<Document> documents;
    private final Class<T> type;

    Rows(MongoDatabase database, String collection, Class<T> type) {
        this.documents = database.getCollection(collection);
        this.type = type;
        documents.createIndex(ascending("order"));
        documents.createIndex(ascending("group", "order"));
    }

    @Nullable T find(String id) {
        var document = documents.find(eq("_id", id)).first();
        return document == null ? null : rowIn(document);
    }

    /** Up to so many rows after a place in the order; null for the beginning. */
    List<T> page(@Nullable String after, int limit) {
        var found = after == null ? documents.find() : documents.find(gt("order", after));
        return rowsIn(found.limit(limit));
    }

    /** All rows of a group. */
    List<T> group(String group) {
        return rowsIn(documents.find(eq("group", group)));
    }

    /**
     * Puts a row.
     *
     * @param group what it belongs to
     * @param order its place among the others; unique
     */
    void put(String id, String group, String order, long position, T row) {
        var before = documents.find(eq("_id", id)).first();
        var now =
                new Document("_id", id)
                        .append("group", group)
                        .append("order", order)
                        .append("position", position)
                        .append("row", Document.parse(JSON.writeValueAsString(row)));
        if (before == null) {
            documents.insertOne(now);
        } else if (before.getLong("position") < position) {
            replace(before, now);
        }
    }

    /** Changes a row that must be there. */
    void change(String id, long position, UnaryOperator<T> change) {
        var before = documents.find(eq("_id", id)).first();
        if (before == null) {
            throw new IllegalStateException("No row " + id + " to change at " + position);
        }
        if (before.getLong("position") < position) {
            var row = JSON.writeValueAsString(change.apply(rowIn(before)));
            var now = new Document(before).append("position", position);
            replace(before, now.append("row", Document.parse(row)));
        }
    }

    void forgetEverything() {
        documents.deleteMany(new Document());
    }

    private void replace(Document before, Document now) {
        var unmoved = and(eq("_id", before.get("_id")), eq("position", before.getLong("position")));
        if (documents.replaceOne(unmoved, now).getMatchedCount() == 0) {
            throw new IllegalStateException(
                    "Row " + before.get("_id") + " is written by another instance as well");
        }
    }

    private List<T> rowsIn(FindIterable<Document> found) {
        List<T> rows = new ArrayList<>();
        for (var document : found.sort(inOrder())) {
            rows.add(rowIn(document));
        }
        return rows;
    }

    private static Bson inOrder() {
        return Sorts.ascending("order");
    }

    private T rowIn(Document document) {
        return JSON.readValue(document.get("row", Document.class).toJson(PLAIN), type);
    }
}
