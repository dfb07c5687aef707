package io.samling.localstack.mongodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All collections of all databases, by namespace: {@code <database>.<collection>}. */
final class Collections {

    private final Map<String, StoredCollection> byNamespace = new TreeMap<>();

    @Nullable StoredCollection find(String namespace) {
        return byNamespace.get(namespace);
    }

    StoredCollection findOrCreate(String namespace, Changes changes) {
        var found = byNamespace.get(namespace);
        if (found != null) {
            return found;
        }
        var name = namespace.substring(namespace.indexOf('.') + 1);
        if (name.isEmpty() || name.contains("$") || name.startsWith("system.")) {
            throw Refused.bad("Invalid collection name: " + name);
        }
        changes.createCollection(namespace);
        return loadable(namespace);
    }

    StoredCollection loadable(String namespace) {
        return byNamespace.computeIfAbsent(namespace, StoredCollection::new);
    }

    boolean remove(String namespace) {
        var removed = byNamespace.remove(namespace);
        if (removed != null) {
            removed.drop();
        }
        return removed != null;
    }

    List<StoredCollection> all() {
        return new ArrayList<>(byNamespace.values());
    }

    List<StoredCollection> of(String database) {
        return all().stream().filter(c -> c.namespace().startsWith(database + ".")).toList();
    }

    List<String> databases() {
        return byNamespace.keySet().stream()
                .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
                .distinct()
                .toList();
    }

    /** The bytes of all documents, and of what is known of their collections. */
    long size() {
        var size = 0L;
        for (var collection : byNamespace.values()) {
            size += collection.size();
        }
        return size;
    }
}
