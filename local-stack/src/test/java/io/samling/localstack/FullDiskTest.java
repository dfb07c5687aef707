package io.samling.localstack;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.samling.localstack.host.ChildProcess;
import io.samling.localstack.host.StackFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fills a disk for real: it ends with a sentence, and what it had acknowledged is there after. */
class FullDiskTest {

    private static final String HEAP = "128m";
    private static final byte[] BYTES = new byte[100_000];

    @TempDir Path temporary;

    @Test
    void loses_no_insert_to_a_full_disk() throws IOException {
        try (var disk = SmallDisk.mount(temporary.resolve("disk"), "12m")) {
            var inserted = insertUntilItEnds(List.of(), disk.folder());

            disk.enlarge("64m");

            assertInserted(disk.folder(), inserted);
        }
    }

    @Test
    void loses_no_update_to_a_disk_too_full_to_rewrite_the_files() throws IOException {
        try (var disk = SmallDisk.mount(temporary.resolve("disk"), "12m")) {
            int updated;
            try (var stack = FilledStandIn.start(HEAP, disk.folder())) {
                updated = updateUntilItEnds(stack.things());
                assertEndedWithASentence(stack.ended());
            }

            disk.enlarge("64m");

            try (var stack = FilledStandIn.start(HEAP, disk.folder())) {
                var n = stack.things().find(eq("_id", 0)).map(d -> d.getInteger("n")).first();
                assertThat(n).isBetween(updated, updated + 1);
                assertThat(stack.things().countDocuments()).isEqualTo(60);
            }
        }
    }

    @Test
    void loses_no_insert_to_a_limit_on_the_size_of_files() {
        var shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "a shell can limit the size of files");
        var limited = List.of(shell.toString(), "-c", "ulimit -f 9000; exec \"$0\" \"$@\"");

        var inserted = insertUntilItEnds(limited, temporary);

        assertInserted(temporary, inserted);
    }

    private static int insertUntilItEnds(List<String> outer, Path folder) {
        try (var stack = FilledStandIn.startUnder(outer, HEAP, folder)) {
            var inserted = 0;
            try {
                while (inserted < 1000) {
                    stack.things().insertOne(thing(inserted));
                    inserted++;
                }
            } catch (MongoException full) {
                // the last one may or may not be there
            }
            assertEndedWithASentence(stack.ended());
            return inserted;
        }
    }

    private static void assertInserted(Path folder, int inserted) {
        try (var stack = FilledStandIn.start(HEAP, folder)) {
            assertThat(inserted).isPositive();
            assertThat(stack.things().countDocuments()).isBetween((long) inserted, inserted + 1L);
            for (int id = 0; id < inserted; id++) {
                assertThat(stack.things().find(eq("_id", id)).first()).isEqualTo(thing(id));
            }
            stack.things().insertOne(thing(1000));
        }
    }

    @Test
    void does_not_start_on_a_full_disk_and_says_so() throws IOException {
        try (var disk = SmallDisk.mount(temporary.resolve("disk"), "16k")) {
            assertThatThrownBy(() -> Files.write(disk.folder().resolve("other"), BYTES))
                    .isInstanceOf(IOException.class);

            var stack = FilledStandIn.startInVain(HEAP, disk.folder());

            assertThat(stack.exitCode()).isEqualTo(Kind.DISK_FULL.exitCode());
            assertThat(stack.said()).singleElement().asString().startsWith("The disk is full (");
        }
    }

    /** Half the disk is data, so that there is no room for a copy of it beside the journal. */
    private static int updateUntilItEnds(MongoCollection<Document> things) {
        for (int id = 0; id < 60; id++) {
            things.insertOne(thing(id));
        }
        var updated = 0;
        try {
            while (updated < 1000) {
                things.updateOne(eq("_id", 0), set("n", updated + 1));
                updated++;
            }
        } catch (MongoException full) {
            // the last one may or may not be there
        }
        return updated;
    }

    private static void assertEndedWithASentence(ChildProcess stack) {
        assertThat(stack.exitCode()).isEqualTo(Kind.DISK_FULL.exitCode());
        assertThat(stack.said()).filteredOn(line -> !line.contains(" WARN ")).hasSize(2);
        assertThat(stack.said().getLast()).startsWith("The disk is full (").endsWith(".");
    }

    private static Document thing(int id) {
        return new Document("_id", id).append("n", 0).append("bytes", new Binary(BYTES));
    }
}
