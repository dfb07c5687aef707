package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.client.MongoCollection;
import io.samling.localstack.faults.FileSizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers that would outrun the rewriting of the files must not make them grow. */
class FileLimitTest {

    private static final int CALLERS = 8;
    private static final int UPDATES = 400;
    private static final int DOCUMENT = 100_000;
    private static final int DOCUMENTS = 80;

    @TempDir Path folder;

    private MongoStandIn standIn;

    @BeforeEach
    void start() {
        standIn = MongoStandIn.open(folder, "127.0.0.1", 0, failure -> fail(failure.getMessage()));
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void files_never_hold_more_than_three_times_the_data_and_a_mebibyte() throws Exception {
        try (var client = OnAStandIn.connect(standIn.connectionString())) {
            var things = client.getDatabase("kept").getCollection("things");
            for (int id = 0; id < DOCUMENTS; id++) {
                things.insertOne(
                        new Document("_id", id)
                                .append("n", 0)
                                .append("bytes", new Binary(new byte[DOCUMENT])));
            }
            try (var sizes = FileSizes.watch(folder)) {
                updateFromAllSides(things);

                assertThat(sizes.peak()).isBetween(data(), 3 * data() + (1 << 20) + DOCUMENT);
            }
            assertThat(things.find().into(new ArrayList<>()))
                    .hasSize(DOCUMENTS)
                    .allSatisfy(thing -> assertThat(thing).containsKey("bytes"));
            assertThat(things.find(eq("_id", 0)).first()).containsEntry("n", CALLERS * UPDATES);
        }
    }

    /** Reading goes on while writers wait, and what waits is done after all. */
    private static void updateFromAllSides(MongoCollection<Document> things) throws Exception {
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var done = new ArrayList<Future<?>>();
            for (int caller = 0; caller < CALLERS; caller++) {
                done.add(callers.submit(() -> update(things)));
            }
            for (var one : done) {
                one.get();
            }
        }
    }

    private static void update(MongoCollection<Document> things) {
        for (int i = 0; i < UPDATES; i++) {
            things.updateOne(eq("_id", 0), inc("n", 1));
        }
    }

    private static long data() {
        return (long) DOCUMENTS * DOCUMENT;
    }
}
