package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.Set;

/**
 * What an update makes of a document. The rules of the operators are those of mongo-java-server: it
 * is given a collection that holds nothing but the one document.
 */
final class Update {

    private static final Set<String> OPERATORS =
            Set.of("$set", "$unset", "$inc", "$setOnInsert", "$max", "$min", "$push", "$pull");

    /** Only named in messages: nothing is ever stored there. */
    private static final MongoDatabase NOWHERE = new MemoryBackend().resolveDatabase("scratch");

    private Update() {}

    /** Refuses operators and paths outside the subset by name. */
    static void check(Document update) {
        for (var entry : update.entrySet()) {
            if (!entry.getKey().startsWith("$")) {
                continue;
            }
            if (!OPERATORS.contains(entry.getKey())) {
                throw Refused.unknown("the update operator " + entry.getKey());
            }
            if (entry.getValue() instanceof Document fields) {
                fields.keySet().forEach(Update::checkPath);
            }
        }
    }

    private static void checkPath(String path) {
        if (path.contains("$")) {
            throw Refused.unknown("the positional path " + path);
        }
    }

    /** Returns the document as it is after the update; the given one stays as it is. */
    static Document applied(Document before, Document update) {
        var one = new Scratch();
        one.addDocument(before.cloneDeeply());
        one.updateDocuments(
                new Document(), update, ArrayFilters.empty(), false, false, NoopOplog.get());
        return one.queryAllAsStream().findFirst().orElseThrow();
    }

    /** Returns the document that an upsert inserts where nothing matched the filter. */
    static Document inserted(Document filter, Document update) {
        var none = new Scratch();
        none.updateDocuments(filter, update, ArrayFilters.empty(), false, true, NoopOplog.get());
        return none.queryAllAsStream().findFirst().orElseThrow();
    }

    private static final class Scratch extends MemoryCollection {

        Scratch() {
            super(NOWHERE, "scratch", CollectionOptions.withDefaults(), new CursorRegistry());
        }
    }
}
