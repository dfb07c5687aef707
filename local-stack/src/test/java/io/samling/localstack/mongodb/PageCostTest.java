package io.samling.localstack.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import de.bwaldvogel.mongo.bson.Document;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a page costs, of 50,000 documents; {@code ./samling bench stack} takes 1,000,000. */
class PageCostTest {

    static final int DOCUMENTS = 50_000;
    static final int STREAMS = 500;

    static Engine engine;

    @BeforeAll
    static void fill() {
        engine = new Engine(new Collections(), new ChangeLog.Forgetful(), "self:1");
        run(index("streams.id", 1, "streams.first", 1).append("createIndexes", "log"));
        run(index("kind", 1, "at", -1).append("createIndexes", "log"));
        for (int i = 0; i < DOCUMENTS; i += 500) {
            var batch = new ArrayList<Document>();
            for (int id = i; id < i + 500; id++) {
                batch.add(commit(id));
            }
            run(new Document("insert", "log").append("documents", batch));
        }
    }

    @Test
    void the_newest_by_id() {
        var newest = find(new Document(), sort("_id", -1), 1);

        assertThat(found(newest)).containsExactly(DOCUMENTS - 1);
        assertThat(cost(newest)).isLessThan(20_000);
    }

    @Test
    void a_page_from_the_middle() {
        var page = find(greaterOrEqual("_id", DOCUMENTS / 2), sort("_id", 1), 500);

        assertThat(found(page)).hasSize(500).startsWith(DOCUMENTS / 2).isSorted();
        assertThat(cost(page)).isLessThan(200_000);
    }

    @Test
    void the_documents_of_one_stream_from_a_sequence_on() {
        var element = new Document("id", "s7").append("first", new Document("$gte", 90));
        var filter = new Document("streams", new Document("$elemMatch", element));
        var stream = find(filter, sort("_id", 1), 100);

        assertThat(found(stream))
                .hasSize(DOCUMENTS / STREAMS - 90)
                .startsWith(90 * STREAMS + 7)
                .isSorted();
        assertThat(cost(stream)).isLessThan(100_000);
    }

    @Test
    void an_equality_with_a_range_a_sort_and_a_limit() {
        var filter = new Document("kind", 3).append("at", new Document("$lt", DOCUMENTS / 2));
        var page = find(filter, sort("at", -1), 500);

        assertThat(found(page)).hasSize(500).isSortedAccordingTo((one, other) -> other - one);
        assertThat(cost(page)).isLessThan(200_000);
    }

    @Test
    void a_count_by_an_index() {
        var count =
                new Document("count", "log")
                        .append(
                                "query",
                                new Document("kind", 3).append("at", new Document("$lt", 1000)));

        assertThat(run(count).body().get("n")).isEqualTo(143);
        assertThat(cost(count)).isLessThan(60_000);
    }

    @Test
    void an_update_by_a_condition_on_an_index() {
        var filter = new Document("kind", 5).append("at", DOCUMENTS / 2);
        var statement =
                new Document("q", filter).append("u", new Document("$set", new Document("x", 1)));
        var update = new Document("update", "log").append("updates", List.of(statement));

        assertThat(cost(update)).isLessThan(60_000);
    }

    private static Document commit(int id) {
        var stream = new Document("id", "s" + id % STREAMS).append("first", id / STREAMS);
        return new Document("_id", id)
                .append("streams", List.of(stream))
                .append("kind", id % 7)
                .append("at", id)
                .append("text", "x".repeat(100));
    }

    private static Document find(Document filter, Document sort, int limit) {
        return new Document("find", "log")
                .append("filter", filter)
                .append("sort", sort)
                .append("limit", limit)
                .append("batchSize", 1000);
    }

    private static Document greaterOrEqual(String field, int value) {
        return new Document(field, new Document("$gte", value));
    }

    private static Document sort(String field, int direction) {
        return new Document(field, direction);
    }

    private static Document index(String one, int up, String other, int otherUp) {
        var key = new Document(one, up).append(other, otherUp);
        var index = new Document("key", key).append("name", one);
        return new Document("createIndexes", "log").append("indexes", List.of(index));
    }

    private static List<Integer> found(Document find) {
        var page = Objects.requireNonNull(run(find).page());
        return page.documents().stream().map(PageCostTest::id).toList();
    }

    private static Integer id(byte[] document) {
        return (Integer) Objects.requireNonNull(Bson.id(document));
    }

    private static Answer run(Document command) {
        return Objects.requireNonNull(engine.run("test", command)).answer();
    }

    /** Bytes allocated by a command that has run before. */
    private static long cost(Document command) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        run(command);
        var before = threads.getCurrentThreadAllocatedBytes();
        run(command);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
