package io.samling.funding.portfolio;

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
import org.springframework.stereotype.Component;

/** How far into the log the views have come; it lies beside them, so every instance knows it. */
@Component
public class Reached {

    private static final String ID = "portfolio";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> documents;
    private final LogIdentity log;

    Reached(MongoDatabase database, LogIdentity log) {
        this.documents = database.getCollection("views_reached");
        this.log = log;
    }

    /** The last position that the views show. */
    public LogPosition position() {
        var document = documents.find(eq("_id", ID)).first();
        return log.at(document == null ? -1 : document.getLong("position"));
    }

    void at(long position) {
        var behind = and(eq("_id", ID), lt("position", position));
        try {
            documents.updateOne(behind, set("position", position), UPSERT);
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            // it has come this far before, so the upsert tried to insert a second document
        }
    }

    void forgetEverything() {
        documents.deleteMany(eq("_id", ID));
    }
}
