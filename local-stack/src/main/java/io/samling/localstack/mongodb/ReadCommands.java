package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commands that only read. */
final class ReadCommands {

    private final Collections collections;
    private final Cursors cursors = new Cursors();

    ReadCommands(Collections collections) {
        this.collections = collections;
    }

    Answer find(String namespace, Document command) {
        var limit = Fields.number(command, "limit");
        var filter = Fields.document(command, "filter");
        var sort = SortSpec.parse(Fields.nullable(command, "sort"));
        var projection = Projection.parse(Fields.nullable(command, "projection"));
        var collection = collections.find(namespace);
        if (collection == null) {
            return Answer.whole(namespace, List.of());
        }
        var skip = Fields.number(command, "skip");
        var results = new Results(collection, Filter.parse(filter), sort, skip, Math.abs(limit));
        var batch = command.get("batchSize") instanceof Number n ? (Integer) n.intValue() : null;
        var single = limit < 0 || Boolean.TRUE.equals(command.get("singleBatch"));
        return Answer.page(cursors.first(namespace, results, projection, batch, single));
    }

    Answer getMore(Document command) {
        var id = Fields.number(command, "getMore");
        return Answer.page(cursors.more(id, (int) Fields.number(command, "batchSize")));
    }

    Answer killCursors(Document command) {
        var killed = new ArrayList<Object>();
        var unknown = new ArrayList<Object>();
        for (var id : (List<?>) command.getOrDefault("cursors", List.of())) {
            (id instanceof Long cursor && cursors.kill(cursor) ? killed : unknown).add(id);
        }
        return Answer.of(
                new Document("cursorsKilled", killed)
                        .append("cursorsNotFound", unknown)
                        .append("cursorsAlive", List.of())
                        .append("cursorsUnknown", List.of()));
    }

    Answer count(String namespace, Document command) {
        var filter = Filter.parse(Fields.document(command, "query"));
        var skip = Fields.number(command, "skip");
        var n = count(collections.find(namespace), filter, skip, Fields.number(command, "limit"));
        return Answer.of(new Document("n", (int) n));
    }

    private static long count(
            @Nullable StoredCollection collection, Condition.All filter, long skip, long limit) {
        if (collection == null) {
            return 0;
        }
        if (filter.conditions().isEmpty() && skip == 0 && limit == 0) {
            return collection.documents().size();
        }
        return new Results(collection, filter, SortSpec.parse(null), skip, limit).count();
    }

    Answer distinct(String namespace, Document command) {
        var path = FieldPath.of(String.valueOf(command.get("key")));
        var filter = Filter.parse(Fields.document(command, "query"));
        var values = new TreeMap<byte[], @Nullable Object>(Arrays::compareUnsigned);
        for (var document : matching(namespace, filter)) {
            path.anyValue(
                    document,
                    value -> {
                        if (Subset.isValue(value) && !(value instanceof List)) {
                            values.putIfAbsent(KeyWriter.keyOf(value), value);
                        }
                        return false;
                    });
        }
        return Answer.of(new Document("values", new ArrayList<>(values.values())));
    }

    /** The first match is ours, on an index; the stages after it are those of the library. */
    Answer aggregate(String namespace, Document command) {
        var stages = Fields.documents(command, "pipeline");
        var first = stages.isEmpty() ? null : stages.getFirst().get("$match");
        var filter = Filter.parse(first instanceof Document match ? match : new Document());
        var rest = first instanceof Document ? stages.subList(1, stages.size()) : stages;
        if (rest.equals(List.of(COUNT))) {
            return counted(namespace, filter);
        }
        var pipeline = Aggregation.fromPipeline(rest, null, null, null, NoopOplog.get());
        return Answer.whole(namespace, pipeline.runStages(matching(namespace, filter).stream()));
    }

    /** What the driver's {@code countDocuments} sends. */
    private static final Document COUNT =
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

    private Answer counted(String namespace, Condition.All filter) {
        var n = count(collections.find(namespace), filter, 0, 0);
        var group = new Document("_id", 1).append("n", (int) n);
        return Answer.whole(namespace, n == 0 ? List.of() : List.of(group));
    }

    private List<Document> matching(String namespace, Condition.All filter) {
        var collection = collections.find(namespace);
        if (collection == null) {
            return List.of();
        }
        var all = new Results(collection, filter, SortSpec.parse(null), 0, 0).all();
        return all.stream().map(hit -> Bson.decode(hit.bytes())).toList();
    }
}
