package io.samling.benchmarks;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/** The documents of a log once more, into a collection with the same indexes, with nothing else. */
final class RawInserts implements AutoCloseable {

    private final MongoDatabase database;
    private final List<BsonDocument> documents;

    RawInserts(MongoDatabase database, int most) {
        this.database = database;
        this.documents =
                database.getCollection("commits", BsonDocument.class)
                        .find()
                        .limit(most)
                        .into(new ArrayList<>());
    }

    /** How many documents a second one caller inserts in ordered batches of a size. */
    double perSecond(int batch, Duration time) {
        var inserted = 0;
        var spent = 0L;
        while (spent < time.toNanos()) {
            var collection = emptyCollection();
            for (var from = 0; from < documents.size() && spent < time.toNanos(); from += batch) {
                var part = documents.subList(from, Math.min(from + batch, documents.size()));
                var start = System.nanoTime();
                collection.insertMany(part, new InsertManyOptions().ordered(true));
                spent += System.nanoTime() - start;
                inserted += part.size();
            }
        }
        return inserted * 1e9 / spent;
    }

    private MongoCollection<BsonDocument> emptyCollection() {
        var collection = collection();
        collection.drop();
        collection.createIndex(
                Indexes.ascending("streams.id", "streams.first"), new IndexOptions().unique(true));
        for (var field : List.of("key", "claims")) {
            collection.createIndex(
                    Indexes.ascending(field), new IndexOptions().unique(true).sparse(true));
        }
        return collection;
    }

    private MongoCollection<BsonDocument> collection() {
        return database.getCollection("raw", BsonDocument.class);
    }

    @Override
    public void close() {
        collection().drop();
    }
}
