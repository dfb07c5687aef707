package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import io.samling.localstack.faults.FileSizes;
import io.samling.localstack.host.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writers that would outrun the rewriting of the files must not make them grow. */
class FileLimitTest {

    private static final int CALLERS = 8;
    private static final int UPDATES = 400;
    private static final int DOCUMENT = 100_000;
    private static final int DOCUMENTS = 80;
    private static final byte[] BYTES = new byte[DOCUMENT];
    private static final long ALLOWANCE = 1 << 20;

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
            fill(things);
            try (var sizes = FileSizes.watch(folder)) {
                updateFromAllSides(things);

                assertThat(sizes.peak()).isBetween(data(), 3 * data() + ALLOWANCE);
            }
            assertThat(things.find().into(new ArrayList<>()))
                    .hasSize(DOCUMENTS)
                    .allSatisfy(thing -> assertThat(thing).containsKey("bytes"));
            assertThat(things.find(eq("_id", 0)).first()).containsEntry("n", CALLERS * UPDATES);
        }
    }

    /** Folders stand in the way of new files, so that what there is stays for ever. */
    @Test
    void writers_stop_in_time_where_the_files_cannot_be_rewritten() throws Exception {
        var stuck = folder.resolve("stuck");
        var told = new CompletableFuture<StackFailure>();
        try (var alone = MongoStandIn.open(stuck, "127.0.0.1", 0, told::complete);
                var client = OnAStandIn.connect(alone.connectionString())) {
            for (int generation = 2; generation < 100; generation++) {
                var unfinished = new Generations(stuck).unfinished(generation);
                Files.createDirectories(unfinished.resolve("full"));
            }
            var things = client.getDatabase("kept").getCollection("things");
            fill(things);

            assertThatThrownBy(() -> update(things)).isInstanceOf(MongoException.class);

            assertThat(told).succeedsWithin(30, TimeUnit.SECONDS);
            assertThat(new Generations(stuck).size())
                    .isBetween(data() + data() / 2, 2 * data() + ALLOWANCE);
        }
    }

    @Test
    @Timeout(120)
    void what_changes_more_than_all_data_at_once_is_done_after_all() throws Exception {
        try (var client = OnAStandIn.connect(standIn.connectionString());
                var callers = Executors.newFixedThreadPool(CALLERS)) {
            var things = client.getDatabase("kept").getCollection("things");
            things.insertOne(thing(0));
            var update = new UpdateOneModel<Document>(eq("_id", 0), inc("n", 1));
            var batches = new ArrayList<Future<?>>();
            for (int caller = 0; caller < CALLERS; caller++) {
                batches.add(callers.submit(() -> things.bulkWrite(nCopies(50, update))));
            }
            for (var batch : batches) {
                batch.get();
            }

            assertThat(things.find().first()).containsEntry("n", CALLERS * 50);
        }
    }

    @Test
    @Timeout(120)
    void nobody_waits_for_room_that_names_take() {
        try (var client = OnAStandIn.connect(standIn.connectionString())) {
            var things = client.getDatabase("kept").getCollection("things");
            for (int i = 0; i < 100; i++) {
                var name = i + "-" + "x".repeat(50_000);
                things.createIndex(Indexes.ascending("f" + i), new IndexOptions().name(name));
            }
            things.insertOne(new Document("_id", 0));

            assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(101);
        }
    }

    private static void fill(MongoCollection<Document> things) {
        for (int id = 0; id < DOCUMENTS; id++) {
            things.insertOne(thing(id));
        }
    }

    private static Document thing(int id) {
        return new Document("_id", id).append("n", 0).append("bytes", new Binary(BYTES));
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
