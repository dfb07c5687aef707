package io.samling.eventstore.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** Sends a batch in one ordered command and tells apart what is proven and what is not. */
final class CommitSender {

    private static final InsertManyOptions IN_ORDER = new InsertManyOptions().ordered(true);

    private final MongoCollection<BsonDocument> log;

    CommitSender(MongoCollection<BsonDocument> log) {
        this.log = log;
    }

    Sent send(List<PlacedCommit> batch) {
        var documents = new ArrayList<BsonDocument>(batch.size());
        for (var placed : batch) {
            documents.add(placed.document());
        }
        try {
            log.insertMany(documents, IN_ORDER);
            return new Sent.Stored();
        } catch (MongoBulkWriteException e) {
            return outcomeOf(e);
        } catch (MongoException e) {
            return new Sent.Unknown(e);
        }
    }

    private static Sent outcomeOf(MongoBulkWriteException e) {
        // with a write concern error not even what was inserted is known to last
        if (e.getWriteConcernError() != null || e.getWriteErrors().isEmpty()) {
            return new Sent.Unknown(e);
        }
        var error = e.getWriteErrors().getFirst();
        var refused = new Sent.RefusedAt(error.getIndex(), error.getCode(), error.getMessage());
        return refused.isDuplicate() || refused.isForGood() ? refused : new Sent.Unknown(e);
    }
}
