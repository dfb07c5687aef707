package io.samling.localstack.faults;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** Updates one document of many again and again, and watches what becomes of the files. */
final class UpdateStorm {

    private static final int CALLERS = 8;
    private static final int BATCH = 100;
    private static final int DOCUMENTS = 20_000;
    private static final int DOCUMENT = 1000;

    private UpdateStorm() {}

    /** How many bytes the documents came to, and the most that the files held meanwhile. */
    record Outcome(int updates, Duration took, long data, long peak) {

        double perSecond() {
            return updates / (took.toNanos() / 1e9);
        }

        double times() {
            return (double) (peak - StackFaults.ALLOWANCE) / data;
        }
    }

    static Outcome run(MongoClient client, Path files, int updates) {
        var things = client.getDatabase("faults").getCollection("storm");
        for (int id = 0; id < DOCUMENTS; id += BATCH) {
            things.insertMany(documents(id));
        }
        try (var sizes = FileSizes.watch(files)) {
            var started = System.nanoTime();
            update(things, updates);
            var took = Duration.ofNanos(System.nanoTime() - started);
            return new Outcome(updates, took, data(things), sizes.peak());
        }
    }

    private static long data(MongoCollection<Document> things) {
        var data = 0L;
        for (var document : things.withDocumentClass(RawBsonDocument.class).find()) {
            data += document.getByteBuffer().remaining();
        }
        return data;
    }

    private static void update(MongoCollection<Document> things, int updates) {
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var batches = new ArrayList<Future<?>>();
            for (int done = 0; done < updates; done += BATCH) {
                batches.add(callers.submit(() -> updateBatch(things)));
            }
            for (var batch : batches) {
                batch.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void updateBatch(MongoCollection<Document> things) {
        var update = new UpdateOneModel<Document>(eq("_id", 0), inc("n", 1));
        things.bulkWrite(Collections.nCopies(BATCH, update));
    }

    private static List<Document> documents(int first) {
        var documents = new ArrayList<Document>();
        for (int id = first; id < first + BATCH; id++) {
            documents.add(
                    new Document("_id", id).append("n", 0).append("text", "x".repeat(DOCUMENT)));
        }
        return documents;
    }
}
