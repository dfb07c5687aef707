package io.samling.eventstore.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

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
import org.bson.conversions.Bson;

/** Keeps a log's id in its database: {@code {_id: "identity", logId: <8 hex digits>}}. */
final class LogIdentities {

    private static final int DUPLICATE_KEY = 11000;
    private static final String LOG_ID = "logId";
    private static final String IMPORTING = "importing";
    private static final Bson IDENTITY = eq("_id", "identity");
    private static final UpdateOptions OR_MAKE = new UpdateOptions().upsert(true);

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

    /** Notes that an import has begun, which is so until the log gets its new id. */
    static void beginImport(MongoDatabase database) {
        collection(database).updateOne(IDENTITY, set(IMPORTING, true), OR_MAKE);
    }

    /** Whether an import has begun and not come to its end. */
    static boolean isBeingImported(MongoDatabase database) {
        return collection(database).find(and(IDENTITY, eq(IMPORTING, true))).first() != null;
    }

    /** Gives the log a new id, for its past is another one now. */
    static void renew(MongoDatabase database) {
        var whole = combine(set(LOG_ID, randomId()), unset(IMPORTING));
        collection(database).updateOne(IDENTITY, whole, OR_MAKE);
    }

    /** What lies beside the log: its identity, and who asks for a turn. */
    static MongoCollection<BsonDocument> collection(MongoDatabase database) {
        return database.getCollection("log", BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static String findOrMake(MongoCollection<BsonDocument> log) {
        var identity =
                log.findOneAndUpdate(
                        IDENTITY,
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
