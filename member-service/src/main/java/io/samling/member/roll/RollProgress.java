package io.samling.member.roll;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.samling.contracts.LogPosition;
import io.samling.eventstore.LogIdentity;
import org.bson.Document;

/** How far into the log the roll has come; it lies beside it, so every instance knows. */
final class RollProgress {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> documents;
    private final LogIdentity log;

    RollProgress(MongoDatabase database, LogIdentity log) {
        this.documents = database.getCollection("roll_progress");
        this.log = log;
    }

    LogPosition reached() {
        var document = documents.find(eq("_id", log.logId())).first();
        return log.at(document == null ? -1 : document.getLong("at"));
    }

    void reach(long position) {
        var behind = and(eq("_id", log.logId()), lt("at", position));
        try {
            documents.updateOne(behind, set("at", position), UPSERT);
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            // it has come this far before, so the upsert tried to insert a second document
        }
    }

    void deleteAll() {
        documents.deleteMany(new Document());
    }
}
