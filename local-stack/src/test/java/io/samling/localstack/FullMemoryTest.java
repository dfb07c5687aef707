package io.samling.localstack;

import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import io.samling.localstack.host.StackFailure.Kind;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fills the memory: what no longer fits is refused, and everything else goes on. */
class FullMemoryTest {

    private static final int AT_ONCE = 10;
    private static final byte[] BYTES = new byte[100_000];

    @TempDir Path folder;

    @Test
    void refuses_to_grow_beyond_its_memory_and_goes_on_with_what_it_has() {
        int inserted;
        try (var stack = FilledStandIn.start("128m", folder)) {
            var things = stack.things();
            inserted = insertUntilRefused(things);

            assertThat(inserted).as("documents of 100 kB").isBetween(200, 800);
            assertThat(idsOf(things)).isEqualTo(inserted);
            assertRefused(things, inserted);
            things.deleteMany(gte("_id", inserted / 2));
            insert(things, inserted / 2);
            inserted = inserted / 2 + AT_ONCE;
        }

        try (var stack = FilledStandIn.start("128m", folder)) {
            assertThat(idsOf(stack.things())).isEqualTo(inserted);
        }
    }

    @Test
    void says_so_where_the_data_does_not_fit_at_the_start() {
        try (var stack = FilledStandIn.start("256m", folder)) {
            for (int id = 0; id < 700; id += AT_ONCE) {
                insert(stack.things(), id);
            }
        }

        var stack = FilledStandIn.startInVain("64m", folder);

        assertThat(stack.exitCode()).isEqualTo(Kind.OUT_OF_MEMORY.exitCode());
        assertThat(stack.said())
                .singleElement()
                .asString()
                .startsWith("The data has outgrown the memory of ");
    }

    private static int insertUntilRefused(MongoCollection<Document> things) {
        for (int id = 0; id < 2000; id += AT_ONCE) {
            try {
                insert(things, id);
            } catch (MongoCommandException full) {
                return id;
            }
        }
        throw new AssertionError("200 MB were taken into 128 MiB");
    }

    private static void assertRefused(MongoCollection<Document> things, int id) {
        var refused = catchThrowableOfType(MongoCommandException.class, () -> insert(things, id));
        assertThat(refused.getErrorCodeName()).isEqualTo("ExceededMemoryLimit");
        assertThat(refused.getErrorMessage())
                .startsWith("The data has outgrown the memory of ")
                .contains("SAMLING_STACK_MEMORY");
    }

    private static void insert(MongoCollection<Document> things, int from) {
        things.insertMany(
                IntStream.range(from, from + AT_ONCE)
                        .mapToObj(id -> new Document("_id", id).append("bytes", new Binary(BYTES)))
                        .toList());
    }

    private static int idsOf(MongoCollection<Document> things) {
        var count = 0;
        for (var thing : things.find().batchSize(20)) {
            assertThat(thing.getInteger("_id")).isEqualTo(count);
            count++;
        }
        return count;
    }
}
