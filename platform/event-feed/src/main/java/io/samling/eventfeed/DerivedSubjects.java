package io.samling.eventfeed;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/**
 * What was derived, a document for each subject: the durable form of the rows, and what other tools
 * may read. A document is replaced only by one derived from more, whoever writes it.
 */
final class DerivedSubjects {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> subjects;

    DerivedSubjects(MongoDatabase database) {
        subjects = database.getCollection("subjects");
    }

    void prepare() {
        subjects.createIndex(Indexes.ascending("log", "family"));
        subjects.createIndex(Indexes.ascending("parked"), new IndexOptions().sparse(true));
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

    /** Hands over every document of a family's subjects in a log. */
    void each(String family, String logId, Consumer<Document> consumer) {
        var ofTheLog = Filters.and(Filters.eq("log", logId), Filters.eq("family", family));
        subjects.find(ofTheLog).batchSize(1000).forEach(consumer);
    }

    /** The subjects that have parked facts. */
    List<Document> parked() {
        return subjects.find(Filters.gt("parked", 0)).into(new ArrayList<>());
    }
}
