package io.samling.benchmarks;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** What a rebuild has stored, inserted once more with nothing else to do, as safely. */
final class CopiedDocuments {

    private static final int AT_ONCE = 1000;
    private static final InsertManyOptions IN_ANY_ORDER = new InsertManyOptions().ordered(false);
    private static final String COPY = "_copy";

    private final MongoDatabase database;
    private final int generation;

    /**
     * @param generation of the view whose documents are copied
     */
    CopiedDocuments(MongoDatabase database, int generation) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.generation = generation;
    }

    /** How long inserting took, in seconds, into collections with the indexes of the view. */
    double seconds() {
        var facts = empty("facts");
        facts.createIndex(Indexes.ascending("key", "position"));
        var subjects = empty("subjects");
        subjects.createIndex(Indexes.ascending("parked"), new IndexOptions().sparse(true));
        return seconds("facts", facts) + seconds("subjects", subjects);
    }

    private MongoCollection<RawBsonDocument> empty(String name) {
        var copy = database.getCollection(name + COPY, RawBsonDocument.class);
        copy.drop();
        return copy;
    }

    private double seconds(String name, MongoCollection<RawBsonDocument> copy) {
        var stored = database.getCollection(name + "_" + generation, RawBsonDocument.class);
        var batch = new ArrayList<RawBsonDocument>();
        var seconds = 0.0;
        for (var document : stored.find().batchSize(AT_ONCE)) {
            batch.add(document);
            if (batch.size() == AT_ONCE) {
                seconds += inserted(batch, copy);
            }
        }
        return seconds + (batch.isEmpty() ? 0 : inserted(batch, copy));
    }

    private static double inserted(
            List<RawBsonDocument> batch, MongoCollection<RawBsonDocument> copy) {
        var start = System.nanoTime();
        copy.insertMany(batch, IN_ANY_ORDER);
        var seconds = (System.nanoTime() - start) / 1e9;
        batch.clear();
        return seconds;
    }
}
