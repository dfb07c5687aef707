package io.samling.eventstore.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;

/**
 * Restores an exported log into an empty one. The file is read and checked to its end before
 * anything is written; each commit must come out with the hash that it had.
 */
public final class LogImport {

    private static final int BATCH = 200;
    private static final InsertManyOptions IN_ORDER = new InsertManyOptions().ordered(true);

    private final String service;
    private final MongoDatabase database;
    private final LongConsumer progress;

    /**
     * An import into a service's log.
     *
     * @param progress is told how many events are checked, then how many are stored
     */
    public LogImport(String service, MongoDatabase database, LongConsumer progress) {
        this.service = service;
        this.database = database;
        this.progress = progress;
    }

    /** A file that is not, or no longer, an exported log of this service, or does not fit here. */
    public static final class Refused extends RuntimeException {

        /** A refusal with its reason. */
        public Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /**
     * Restores the log, gives it a new id, and returns how many events it has. What an import that
     * was interrupted has left is deleted first.
     *
     * @throws Refused where nothing was written
     */
    public long from(Path file) throws IOException {
        var log = LogCollection.in(database);
        var halfDone = LogIdentities.isBeingImported(database);
        if (!halfDone && log.find().limit(1).first() != null) {
            throw new Refused("The log of " + service + " is not empty; import needs an empty one");
        }
        var events = ExportedLog.read(service, file, new Counting());
        LogIdentities.beginImport(database);
        log.deleteMany(new BsonDocument());
        LogCollection.createIndexes(log);
        var storing = new Storing(log);
        ExportedLog.read(service, file, storing);
        storing.flush();
        LogIdentities.renew(database);
        return events;
    }

    /**
     * Refuses to work with a log that is only half imported.
     *
     * @throws LogBroken where the import was interrupted
     */
    public static void requireWhole(MongoDatabase database) {
        if (LogIdentities.isBeingImported(database)) {
            throw new LogBroken("An import of this log was interrupted: import it again");
        }
    }

    private class Counting implements Consumer<BsonDocument> {

        @Override
        public void accept(BsonDocument commit) {
            progress.accept(CommitDocument.head(commit).next());
        }
    }

    private final class Storing extends Counting {

        private final MongoCollection<BsonDocument> log;
        private final List<BsonDocument> batch = new ArrayList<>();

        Storing(MongoCollection<BsonDocument> log) {
            this.log = log;
        }

        @Override
        public void accept(BsonDocument commit) {
            batch.add(commit);
            if (batch.size() == BATCH) {
                flush();
            }
            super.accept(commit);
        }

        void flush() {
            if (!batch.isEmpty()) {
                log.insertMany(batch, IN_ORDER);
                batch.clear();
            }
        }
    }
}
