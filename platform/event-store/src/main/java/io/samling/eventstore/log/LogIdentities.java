package io.samling.eventstore.log;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.bson.BsonDocument;

/** Keeps a log's id in its database: {@code {_id: "identity", logId: <8 hex digits>}}. */
final class LogIdentities {

    private static final int DUPLICATE_KEY = 11000;
    private static final String LOG_ID = "logId";

    private LogIdentities() {}

    /** The id of the log in a database; of several instances that start at once one makes it. */
    static String ofLogIn(MongoDatabase database) {
        var log = collection(database);
        try {
            return findOrMake(log);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != DUPLICATE_KEY) {
                throw e;
            }
            return findOrMake(log); // another instance made it in between
        }
    }

    /** Gives the log a new id, for its past is another one now. */
    static void renew(MongoDatabase database) {
        collection(database)
                .updateOne(
                        eq("_id", "identity"),
                        set(LOG_ID, randomId()),
                        new UpdateOptions().upsert(true));
    }

    private static MongoCollection<BsonDocument> collection(MongoDatabase database) {
        return database.getCollection("log", BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static String findOrMake(MongoCollection<BsonDocument> log) {
        var identity =
                log.findOneAndUpdate(
                        eq("_id", "identity"),
                        setOnInsert(LOG_ID, randomId()),
                        new FindOneAndUpdateOptions()
                                .upsert(true)
                                .returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(identity).getString(LOG_ID).getValue();
    }

    private static String randomId() {
        var bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
