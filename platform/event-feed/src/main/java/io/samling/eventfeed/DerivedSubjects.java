package io.samling.eventfeed;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What was derived, a document for each subject: the durable form of the rows, and what other tools
 * may read. A document is replaced only by one derived from more, whoever writes it.
 */
final class DerivedSubjects {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final InsertManyOptions EACH_FOR_ITSELF = new InsertManyOptions().ordered(false);
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> subjects;

    DerivedSubjects(MongoDatabase database, String name) {
        subjects = database.getCollection(name);
    }

    void prepare() {
        subjects.createIndex(Indexes.ascending("parked"), new IndexOptions().sparse(true));
    }

    /**
     * Stores documents of which none is expected to be there; one that is, is {@link #replace}d.
     */
    void insert(List<Document> derived) {
        if (derived.isEmpty()) {
            return;
        }
        try {
            subjects.insertMany(derived, EACH_FOR_ITSELF);
        } catch (MongoBulkWriteException refused) {
            KeptFacts.Repeats.orThrow(refused);
            replace(
                    refused.getWriteErrors().stream()
                            .map(error -> derived.get(error.getIndex()))
                            .toList());
        }
    }

    /** Stores documents, each unless one derived from as much or more is there. */
    void replace(List<Document> derived) {
        if (derived.isEmpty()) {
            return;
        }
        List<WriteModel<Document>> writes = new ArrayList<>(derived.size());
        for (var document : derived) {
            var derivedFromLess =
                    Filters.and(
                            Filters.eq("_id", document.getString("_id")),
                            Filters.lt("rank", document.getLong("rank")));
            writes.add(new ReplaceOneModel<>(derivedFromLess, document, OR_INSERT));
        }
        try {
            subjects.bulkWrite(writes, IN_ANY_ORDER);
        } catch (MongoBulkWriteException refused) {
            // found derived from as much or more, so the upsert tried to insert a second one
            KeptFacts.Repeats.orThrow(refused);
        }
    }

    /** Hands over every document of a family's subjects in a log, in the order of their keys. */
    void each(String family, String logId, Consumer<Document> consumer) {
        in(family, logId).forEach(consumer);
    }

    /** Every document of a family's subjects in a log, in the order of their keys. */
    FindIterable<Document> in(String family, String logId) {
        var ofTheLog =
                Filters.and(
                        Filters.gte("_id", Subject.beforeAll(family, logId)),
                        Filters.lt("_id", Subject.afterAll(family, logId)));
        return subjects.find(ofTheLog).sort(Sorts.ascending("_id")).batchSize(1000);
    }

    /** One subject's document. */
    @Nullable Document find(String key) {
        return subjects.find(Filters.eq("_id", key)).first();
    }

    /** The subjects that have parked facts. */
    List<Document> parked() {
        return subjects.find(Filters.gt("parked", 0)).into(new ArrayList<>());
    }
}
