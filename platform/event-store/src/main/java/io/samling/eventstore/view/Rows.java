package io.samling.eventstore.view;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.samling.rebuild.Generations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The rows of one generation of a view, to be read. */
public final class Rows {

    private final MongoDatabase database;
    private final int generation;

    Rows(MongoDatabase database, int generation) {
        this.database = database;
        this.generation = generation;
    }

    /** One row, or null. */
    public <T> @Nullable T find(RowSort<T> sort, String id) {
        var document = collection(sort).find(eq("_id", id)).first();
        return document == null ? null : StoredRow.of(sort, document).row();
    }

    /** Up to so many rows that fit a filter over their keys, in an order. */
    public <T> List<T> list(RowSort<T> sort, Bson filter, Bson order, int limit) {
        List<T> rows = new ArrayList<>();
        for (var document : collection(sort).find(filter).sort(order).limit(limit)) {
            rows.add(StoredRow.of(sort, document).row());
        }
        return rows;
    }

    int generation() {
        return generation;
    }

    <T> Map<String, StoredRow<T>> find(RowSort<T> sort, Collection<String> ids) {
        Map<String, StoredRow<T>> found = new HashMap<>();
        documents(sort, ids).forEach((id, row) -> found.put(id, StoredRow.of(sort, row)));
        return found;
    }

    Map<String, Document> documents(RowSort<?> sort, Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        for (var document : collection(sort).find(in("_id", ids)).batchSize(ids.size() + 1)) {
            found.put(document.getString("_id"), document);
        }
        return found;
    }

    void prepare(List<RowSort<?>> sorts) {
        for (var sort : sorts) {
            sort.indexes().forEach(index -> collection(sort).createIndex(index));
        }
    }

    MongoCollection<Document> collection(RowSort<?> sort) {
        return database.getCollection(Generations.named(sort.name(), generation));
    }
}
