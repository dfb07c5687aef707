package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The documents of one collection in order of insertion, with their indexes. */
final class StoredCollection {

    private final String namespace;
    private final NavigableMap<Long, StoredDocument> documents = new TreeMap<>();
    private final Map<String, OrderedIndex> indexes = new LinkedHashMap<>();
    private final OrderedIndex byId = new OrderedIndex(IndexSpec.BY_ID);
    private long nextPlace;
    private long size;
    private long described;

    /** The fields that any index looks at. */
    private Set<String> indexed = Set.of();

    /** No document has ever been larger. */
    private int largest;

    /** The last journal position that changed this collection. */
    private long changedAt;

    private boolean dropped;

    StoredCollection(String namespace) {
        this.namespace = namespace;
        put(byId);
    }

    String namespace() {
        return namespace;
    }

    Collection<OrderedIndex> indexes() {
        return indexes.values();
    }

    NavigableMap<Long, StoredDocument> documents() {
        return documents;
    }

    /** The bytes of the documents, and of what is known of the collection itself. */
    long size() {
        return size + described;
    }

    /** How many bytes no document exceeds. */
    int largest() {
        return largest;
    }

    /** Documents that come from now on stand there or behind. */
    long nextPlace() {
        return nextPlace;
    }

    /** Notes all that is known of it but its documents. */
    Changes describe(Changes changes) {
        changes.createCollection(namespace);
        for (var index : indexes.values()) {
            if (index != byId) {
                changes.createIndex(namespace, index.spec());
            }
        }
        return changes;
    }

    long changedAt() {
        return changedAt;
    }

    void changedAt(long position) {
        changedAt = position;
    }

    boolean dropped() {
        return dropped;
    }

    void drop() {
        dropped = true;
    }

    /** Puts a document in; one without an id gets one, and the id comes first. */
    StoredDocument insert(Document given) {
        var document = withIdFirst(given);
        return insert(document, Bson.encode(document));
    }

    /** Puts a document in as it is, where it begins with its id. */
    StoredDocument insert(byte[] bytes) {
        Bson.requireNotTooLarge(bytes);
        return Bson.startsWithId(bytes)
                ? insert(RawBson.only(bytes, indexed), bytes)
                : insert(Bson.decode(bytes));
    }

    /** The indexes look at the document; what is stored are the bytes. */
    private StoredDocument insert(Document document, byte[] bytes) {
        if (document.get("_id") instanceof List) {
            throw new MongoServerError(53, "InvalidIdField", "The '_id' value cannot be an array");
        }
        var entries = new ArrayList<IndexEntries>();
        for (var index : indexes.values()) {
            entries.add(free(index, document, null));
        }
        var stored = new StoredDocument(nextPlace++, KeyWriter.keyOf(document.get("_id")), bytes);
        documents.put(stored.place(), stored);
        addAll(entries, stored);
        grow(bytes.length, bytes);
        return stored;
    }

    void replace(StoredDocument stored, Document before, Document after) {
        var bytes = Bson.encode(after);
        var entries = new ArrayList<IndexEntries>();
        for (var index : indexes.values()) {
            entries.add(free(index, after, stored));
        }
        var each = entries.iterator();
        for (var index : indexes.values()) {
            index.move(index.entriesOf(before), each.next(), stored);
        }
        grow(bytes.length - stored.bytes().length, bytes);
        stored.replace(bytes);
    }

    void delete(StoredDocument stored) {
        var document = stored.fields(indexed);
        for (var index : indexes.values()) {
            index.remove(index.entriesOf(document), stored);
        }
        documents.remove(stored.place());
        size -= stored.bytes().length;
    }

    /** Makes an index unless the very same is there; returns whether it was made. */
    boolean createIndex(IndexSpec spec) {
        var existing = indexes.get(spec.name());
        if (existing != null) {
            requireSame(spec, existing.spec());
            return false;
        }
        if (spec.parts().equals(IndexSpec.BY_ID.parts()) || hasSameKey(spec)) {
            return false;
        }
        var index = new OrderedIndex(spec);
        for (var stored : documents.values()) {
            index.add(free(index, stored.fields(spec.fields()), stored), stored);
        }
        put(index);
        return true;
    }

    private void put(OrderedIndex index) {
        indexes.put(index.spec().name(), index);
        indexesChanged();
    }

    private void indexesChanged() {
        described = describe(new Changes()).size();
        indexed =
                indexes.values().stream()
                        .flatMap(index -> index.spec().fields().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private void grow(int by, byte[] bytes) {
        size += by;
        largest = Math.max(largest, bytes.length);
    }

    /** Takes in what the journal says: no keys are compared until all of it has been read. */
    void load(byte[] bytes) {
        var idKey = KeyWriter.keyOf(Bson.id(bytes));
        var known = byId.first(idKey);
        if (known == null) {
            var stored = new StoredDocument(nextPlace++, idKey, bytes);
            documents.put(stored.place(), stored);
            byId.addKey(idKey, stored);
        } else {
            size -= known.bytes().length;
            known.replace(bytes);
        }
        grow(bytes.length, bytes);
    }

    void unload(@Nullable Object id) {
        var idKey = KeyWriter.keyOf(id);
        var known = byId.first(idKey);
        if (known != null) {
            byId.removeKey(idKey, known);
            documents.remove(known.place());
            size -= known.bytes().length;
        }
    }

    void loadIndex(IndexSpec spec) {
        put(new OrderedIndex(spec));
    }

    /** Fills the indexes once all documents are there; fails where a unique one does not hold. */
    void fillIndexes() {
        var secondary = indexes.values().stream().filter(index -> index != byId).toList();
        if (secondary.isEmpty()) {
            return;
        }
        for (var stored : documents.values()) {
            var document = stored.fields(indexed);
            secondary.forEach(index -> index.add(free(index, document, stored), stored));
        }
    }

    boolean dropIndex(String name) {
        if (name.equals(IndexSpec.BY_ID.name())) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        var removed = indexes.remove(name) != null;
        indexesChanged();
        return removed;
    }

    private boolean hasSameKey(IndexSpec spec) {
        for (var index : indexes.values()) {
            if (index.spec().parts().equals(spec.parts())) {
                throw new MongoServerError(
                        85,
                        "IndexOptionsConflict",
                        "Index already exists with a different name: " + index.spec().name());
            }
        }
        return false;
    }

    private static void requireSame(IndexSpec wanted, IndexSpec existing) {
        if (!wanted.equals(existing)) {
            throw new MongoServerError(
                    86,
                    "IndexKeySpecsConflict",
                    "An index of the name %s exists with another key or options"
                            .formatted(wanted.name()));
        }
    }

    private IndexEntries free(
            OrderedIndex index, Document document, @Nullable StoredDocument self) {
        var entries = index.entriesOf(document);
        if (index.conflict(entries, self) != null) {
            throw Refused.duplicate(namespace, index.spec().name(), shown(index.spec(), document));
        }
        return entries;
    }

    private static String shown(IndexSpec spec, Document document) {
        var key = new Document();
        spec.parts()
                .forEach(
                        part ->
                                key.append(
                                        part.name(), document.get(part.path().parts().getFirst())));
        return key.toString(true);
    }

    private void addAll(List<IndexEntries> entries, StoredDocument stored) {
        var each = entries.iterator();
        indexes.values().forEach(index -> index.add(each.next(), stored));
    }

    private static Document withIdFirst(Document given) {
        var first = given.isEmpty() ? "" : given.keySet().iterator().next();
        if (first.equals("_id")) {
            return given;
        }
        var document =
                new Document("_id", given.containsKey("_id") ? given.get("_id") : new ObjectId());
        given.forEach(document::putIfAbsent);
        return document;
    }
}
