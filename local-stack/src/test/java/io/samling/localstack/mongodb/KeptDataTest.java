package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDataTest {

    @TempDir Path temporary;

    Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("data");
    }

    /** A stand-in on a folder, and a client of it. */
    private record Running(MongoStandIn standIn, MongoClient client) implements AutoCloseable {

        static Running on(Path folder) {
            var standIn =
                    MongoStandIn.open(
                            folder, "127.0.0.1", 0, failure -> fail(failure.getMessage()));
            return new Running(standIn, OnAStandIn.connect(standIn.connectionString()));
        }

        MongoCollection<Document> things() {
            return client.getDatabase("kept").getCollection("things");
        }

        List<Document> all() {
            return things().find().into(new ArrayList<>());
        }

        @Override
        public void close() {
            client.close();
            standIn.close();
        }
    }

    @Nested
    class After_a_clean_stop {

        @Test
        void documents_are_there_in_their_order_with_their_indexes() {
            try (var running = Running.on(folder)) {
                write(running.things());
            }

            try (var running = Running.on(folder)) {
                assertThat(running.all()).isEqualTo(EXPECTED);
                assertThatThrownBy(() -> running.things().insertOne(thing(9).append("key", "k1")))
                        .isInstanceOf(MongoWriteException.class)
                        .hasMessageContaining("E11000");
            }
        }

        @Test
        void what_was_dropped_stays_dropped() {
            try (var running = Running.on(folder)) {
                write(running.things());
                running.things().dropIndex("key_1");
                running.client().getDatabase("other").getCollection("gone").insertOne(thing(1));
                running.client().getDatabase("other").drop();
            }

            try (var running = Running.on(folder)) {
                assertThat(running.client().listDatabaseNames()).containsExactly("kept");
                assertThat(running.things().listIndexes())
                        .extracting(index -> index.getString("name"))
                        .containsExactly("_id_", "claims_1");
            }
        }
    }

    @Nested
    class After_a_crash {

        @Test
        void everything_acknowledged_is_there() throws IOException {
            var crashed = crashed();

            try (var running = Running.on(crashed)) {
                assertThat(running.all()).isEqualTo(EXPECTED);
            }
        }

        @Test
        void a_write_that_was_cut_off_is_forgotten_and_writing_goes_on() throws IOException {
            var crashed = crashed();
            var half = new byte[50];
            new Frame(0, new byte[100]).toBytes().get(half);
            append(journal(crashed), half);

            try (var running = Running.on(crashed)) {
                running.things().insertOne(thing(7));
            }

            try (var running = Running.on(crashed)) {
                assertThat(running.all())
                        .hasSize(EXPECTED.size() + 1)
                        .startsWith(EXPECTED.getFirst());
            }
        }

        @Test
        void damage_before_something_acknowledged_is_refused_with_file_and_place()
                throws IOException {
            var crashed = crashed();
            var journal = journal(crashed);
            garble(journal, 60);

            assertThatThrownBy(() -> Running.on(crashed))
                    .isInstanceOfSatisfying(
                            StackFailure.class,
                            e -> assertThat(e.kind()).isEqualTo(StackFailure.Kind.DATA_GARBLED))
                    .hasMessageContaining(journal.toString())
                    .hasMessageContaining("at byte 15");
        }

        /** The folder as a process leaves it that is killed now. */
        private Path crashed() throws IOException {
            var copy = temporary.resolve("crashed");
            try (var running = Running.on(folder)) {
                write(running.things());
                copy(folder, copy);
            }
            return copy;
        }
    }

    @Test
    void damage_after_a_clean_stop_is_always_seen() throws IOException {
        try (var running = Running.on(folder)) {
            write(running.things());
        }
        var journal = journal(folder);
        garble(journal, Files.size(journal) - Frame.HEAD - 3);

        assertThatThrownBy(() -> Running.on(folder))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is garbled at byte");
    }

    @Test
    void a_missing_journal_is_refused_by_name() throws IOException {
        try (var running = Running.on(folder)) {
            updateOften(running.things(), 12_000);
        }
        Files.delete(journal(folder));

        assertThatThrownBy(() -> Running.on(folder))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void what_a_crash_left_beside_a_newer_snapshot_is_deleted_and_does_not_count()
            throws IOException {
        Path first;
        byte[] older;
        try (var running = Running.on(folder)) {
            write(running.things());
            first = journal(folder);
            older = Files.readAllBytes(first);
            updateOften(running.things(), 12_000);
        }
        assertThat(first).doesNotExist();
        Files.write(first, older);

        try (var running = Running.on(folder)) {
            assertThat(first).doesNotExist();
            assertThat(running.things().find(eq("_id", 1)).first()).containsEntry("n", 12_000);
        }
    }

    @Test
    void a_folder_serves_one_stand_in_at_a_time() {
        try (var running = Running.on(folder)) {
            assertThatThrownBy(() -> Running.on(folder))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Another process works in the folder " + folder);
            assertThat(running.all()).isEmpty();
        }
    }

    @Test
    void files_stay_small_while_one_document_is_updated_again_and_again() throws IOException {
        try (var running = Running.on(folder)) {
            write(running.things());
            updateOften(running.things(), 30_000);
        }

        assertThat(sizeOf(folder)).isLessThan(1 << 20);
        try (var running = Running.on(folder)) {
            assertThat(running.things().find(eq("_id", 1)).first()).containsEntry("n", 30_000);
        }
    }

    static final List<Document> EXPECTED =
            List.of(
                    thing(1).append("key", "k1").append("n", 0),
                    thing(4).append("key", "k4"),
                    thing(3).append("key", "changed"));

    static void write(MongoCollection<Document> things) {
        things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        // no document has one of these, which only a sparse index lets them
        things.createIndex(
                Indexes.ascending("claims"), new IndexOptions().unique(true).sparse(true));
        things.insertOne(thing(1).append("key", "k1").append("n", 0));
        things.insertOne(thing(2).append("key", "k2"));
        things.insertMany(List.of(thing(4).append("key", "k4"), thing(3).append("key", "k3")));
        things.deleteOne(eq("_id", 2));
        things.updateOne(eq("_id", 3), set("key", "changed"));
    }

    static Document thing(int id) {
        return new Document("_id", id);
    }

    /** Many callers share a sync, so that this does not take as many syncs as updates. */
    private static void updateOften(MongoCollection<Document> things, int times) {
        things.updateOne(
                eq("_id", 1),
                combine(set("text", "x".repeat(200)), set("n", 0)),
                new UpdateOptions().upsert(true));
        IntStream.range(0, times / 100)
                .forEach(
                        _ -> {
                            var update = new UpdateOneModel<Document>(eq("_id", 1), inc("n", 1));
                            things.bulkWrite(Collections.nCopies(100, update));
                        });
    }

    private static Path journal(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("journal-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        return new Generations(folder).size();
    }

    private static void append(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    private static void garble(Path file, long place) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(place);
            var before = open.read();
            open.seek(place);
            open.write(before ^ 0x55);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
