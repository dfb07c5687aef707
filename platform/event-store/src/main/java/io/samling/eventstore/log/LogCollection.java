package io.samling.eventstore.log;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.BsonDocument;

/** The collection that holds the log, with its indexes and concerns. */
final class LogCollection {

    private static final String NAME = "commits";

    private LogCollection() {}

    static MongoCollection<BsonDocument> in(MongoDatabase database) {
        return database.getCollection(NAME, BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    static void createIndexes(MongoCollection<BsonDocument> log) {
        log.createIndex(
                Indexes.ascending("streams.id", "streams.first"), new IndexOptions().unique(true));
        log.createIndex(
                Indexes.ascending(CommitDocument.KEY),
                new IndexOptions().unique(true).sparse(true));
        log.createIndex(
                Indexes.ascending(CommitDocument.CLAIMS),
                new IndexOptions().unique(true).sparse(true));
    }
}
