package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands about collections, indexes and the server itself. */
final class AdminCommands {

    private static final String SET_NAME = "samling";

    /** As old as serves: MongoDB 6.0, the oldest that the driver is still tested with. */
    private static final int WIRE_VERSION = 17;

    private static final String VERSION = "6.0.0";
    private static final int LARGEST_MESSAGE = 48_000_000;
    private static final int LARGEST_BATCH = 100_000;

    private final Collections collections;
    private final String self;

    /** Knows its own address, host and port, to say who is in the set of one. */
    AdminCommands(Collections collections, String self) {
        this.collections = collections;
        this.self = self;
    }

    /** A primary of a replica set of one; no session time-out, so no retryable writes. */
    Answer hello() {
        return Answer.of(
                new Document("helloOk", true)
                        .append("ismaster", true)
                        .append("isWritablePrimary", true)
                        .append("secondary", false)
                        .append("setName", SET_NAME)
                        .append("setVersion", 1)
                        .append("hosts", List.of(self))
                        .append("primary", self)
                        .append("me", self)
                        .append("maxBsonObjectSize", Bson.LARGEST_DOCUMENT)
                        .append("maxMessageSizeBytes", LARGEST_MESSAGE)
                        .append("maxWriteBatchSize", LARGEST_BATCH)
                        .append("localTime", Instant.now())
                        .append("minWireVersion", 0)
                        .append("maxWireVersion", WIRE_VERSION)
                        .append("readOnly", false)
                        .append("msg", "Samling's stand-in for one machine"));
    }

    Answer buildInfo() {
        return Answer.of(
                new Document("version", VERSION)
                        .append("versionArray", List.of(6, 0, 0, 0))
                        .append("maxBsonObjectSize", Bson.LARGEST_DOCUMENT));
    }

    Answer create(String namespace, Changes changes) {
        if (collections.find(namespace) != null) {
            throw new MongoServerError(
                    48, "NamespaceExists", "Collection %s already exists.".formatted(namespace));
        }
        collections.findOrCreate(namespace, changes);
        return Answer.ok();
    }

    Answer createIndexes(String namespace, Document command, Changes changes) {
        var created = collections.find(namespace) == null;
        var collection = collections.findOrCreate(namespace, changes);
        var before = collection.indexes().size();
        for (var description : Fields.documents(command, "indexes")) {
            var spec = IndexSpec.parse(description);
            if (collection.createIndex(spec)) {
                changes.createIndex(namespace, spec);
            }
        }
        return Answer.of(
                new Document("numIndexesBefore", before)
                        .append("numIndexesAfter", collection.indexes().size())
                        .append("createdCollectionAutomatically", created));
    }

    Answer listIndexes(String namespace) {
        var descriptions = new ArrayList<Document>();
        existing(namespace).indexes().forEach(index -> descriptions.add(index.spec().describe()));
        return Answer.whole(namespace, descriptions);
    }

    Answer dropIndexes(String namespace, Document command, Changes changes) {
        var collection = existing(namespace);
        var wanted = command.get("index");
        var specs = collection.indexes().stream().map(OrderedIndex::spec).toList();
        var named = specs.stream().filter(spec -> isNamed(spec, wanted)).toList();
        if (named.isEmpty() && !"*".equals(wanted)) {
            throw new MongoServerError(27, "IndexNotFound", "index not found: " + wanted);
        }
        for (var spec : named) {
            collection.dropIndex(spec.name());
            changes.dropIndex(namespace, spec.name());
        }
        return Answer.of(new Document("nIndexesWas", specs.size()));
    }

    private static boolean isNamed(IndexSpec spec, @Nullable Object wanted) {
        if ("*".equals(wanted)) {
            return !spec.equals(IndexSpec.BY_ID);
        }
        return spec.name().equals(wanted) || spec.key().equals(wanted);
    }

    Answer drop(String namespace, Changes changes) {
        if (collections.remove(namespace)) {
            changes.dropCollection(namespace);
        }
        return Answer.of(new Document("ns", namespace));
    }

    Answer dropDatabase(String database, Changes changes) {
        for (var collection : collections.of(database)) {
            drop(collection.namespace(), changes);
        }
        return Answer.of(new Document("dropped", database));
    }

    Answer listCollections(String database, Document command) {
        var filter = Filter.parse(Fields.document(command, "filter"));
        var descriptions = new ArrayList<Document>();
        for (var collection : collections.of(database)) {
            var name = collection.namespace().substring(database.length() + 1);
            var description =
                    new Document("name", name)
                            .append("type", "collection")
                            .append("options", new Document())
                            .append("info", new Document("readOnly", false))
                            .append("idIndex", IndexSpec.BY_ID.describe());
            if (filter.matches(description)) {
                descriptions.add(description);
            }
        }
        return Answer.whole(database + ".$cmd.listCollections", descriptions);
    }

    Answer listDatabases() {
        var databases = new ArrayList<Document>();
        for (var name : collections.databases()) {
            var size = collections.of(name).stream().mapToLong(StoredCollection::size).sum();
            databases.add(
                    new Document("name", name).append("sizeOnDisk", size).append("empty", false));
        }
        return Answer.of(
                new Document("databases", databases).append("totalSize", collections.size()));
    }

    private StoredCollection existing(String namespace) {
        var collection = collections.find(namespace);
        if (collection == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + namespace);
        }
        return collection;
    }
}
