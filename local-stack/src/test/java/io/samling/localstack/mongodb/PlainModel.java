package io.samling.localstack.mongodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** What a collection with a few unique keys should hold, in the plainest way. */
final class PlainModel {

    private final Map<Integer, Document> documents = new TreeMap<>();

    Collection<Document> all() {
        return documents.values();
    }

    List<Document> find(Criterion criterion, Comparator<Document> order, int skip, int limit) {
        return documents.values().stream()
                .filter(criterion.meant())
                .sorted(order)
                .skip(skip)
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
    }

    /** Whether the document may stand beside the others, itself left aside. */
    boolean allows(Document document) {
        for (var other : documents.values()) {
            if (!Objects.equals(other.get("_id"), document.get("_id"))
                    && collides(document, other)) {
                return false;
            }
        }
        return true;
    }

    boolean holds(int id) {
        return documents.containsKey(id);
    }

    void put(Document document) {
        documents.put(document.getInteger("_id"), document);
    }

    void remove(Document document) {
        documents.remove(document.getInteger("_id"));
    }

    /** Changes one document after another until a unique key forbids it; returns how many. */
    int change(List<Document> matching, UnaryOperator<Document> change) {
        var changed = 0;
        for (var before : matching) {
            var after = change.apply(new Document(before));
            if (!after.equals(before)) {
                put(after);
                changed++;
            }
        }
        return changed;
    }

    private static boolean collides(Document one, Document other) {
        var sameKey = one.containsKey("key") && Objects.equals(one.get("key"), other.get("key"));
        return sameKey || !Collections.disjoint(streams(one), streams(other));
    }

    /** The unique index holds one entry of nulls for a document without streams. */
    private static Collection<List<Object>> streams(Document document) {
        var entries = new HashSet<List<Object>>();
        for (var stream : document.getList("s", Document.class, List.of())) {
            entries.add(new ArrayList<>(stream.values()));
        }
        return entries;
    }
}
