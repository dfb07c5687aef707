package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.samling.testing.Rounds;
import io.samling.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogTailTest {

    final TestLogs logs = new TestLogs();
    final EventLog here = logs.open();

    @AfterEach
    void close() {
        logs.close();
    }

    static void append(EventLog log, String stream, long sequence) {
        log.append(List.of(event(stream, sequence)), List.of(), null);
    }

    @Test
    void knows_of_an_append_of_its_own_instance_without_looking() {
        here.tail().close(); // it looks no more
        var told = new AtomicInteger();
        here.tail().addListener(told::incrementAndGet);

        append(here, "a", 0);

        await().until(() -> told.get() > 0);
        assertThat(here.tail().since(0)).extracting(StoredEvent::stream).containsExactly("a");
    }

    @Test
    void knows_of_an_append_of_another_instance_within_a_quarter_of_a_second() throws Exception {
        var there = logs.openOver(TestServers.mongodb(), AppendLimits.USUAL);
        var sequence = new AtomicInteger();

        assertThat(
                        Rounds.until(
                                () -> {
                                    var delays = new ArrayList<Duration>();
                                    for (var i = 0; i < 11; i++) {
                                        append(there, "a", sequence.getAndIncrement());
                                        delays.add(timeUntilKnown(sequence.get()));
                                    }
                                    return Rounds.median(delays).toMillis() < 250;
                                }))
                .isTrue();
    }

    private Duration timeUntilKnown(long next) {
        var start = System.nanoTime();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> here.tail().next() == next);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void takes_over_the_rest_of_a_batch_of_which_it_has_read_the_first() {
        var tail = new LogTail(here.reader(), CommitHead.GENESIS);
        var told = new AtomicInteger();
        tail.addListener(told::incrementAndGet);
        var first = placed(CommitHead.GENESIS, "a");
        var second = placed(first.head(), "b");

        tail.stored(List.of(first));
        tail.stored(List.of(first, second));

        assertThat(tail.since(0)).extracting(StoredEvent::stream).containsExactly("a", "b");
        assertThat(told).hasValue(2);
    }

    @Test
    void keeps_the_newest_few_thousand_events_and_lets_go_of_those_before() {
        var tail = new LogTail(here.reader(), CommitHead.GENESIS);
        var before = CommitHead.GENESIS;
        for (var thousand = 0; thousand < 8; thousand++) {
            before = storeThousand(tail, before);
        }
        assertThat(tail.since(0)).isNotNull();

        var last = storeThousand(tail, before);

        assertThat(tail.next()).isEqualTo(last.next()).isEqualTo(9000);
        assertThat(tail.since(9000 - 4097)).isNull();
        assertThat(tail.since(9000 - 4096)).first().returns(4904L, StoredEvent::position);
    }

    private static CommitHead storeThousand(LogTail tail, CommitHead before) {
        var events = IntStream.range(0, 1000).mapToObj(i -> event("s" + i, 0)).toList();
        var placed = placed(before, events);
        tail.stored(List.of(placed));
        return placed.head();
    }

    private static PlacedCommit placed(CommitHead before, String stream) {
        return placed(before, List.of(event(stream, 0)));
    }

    private static PlacedCommit placed(CommitHead before, List<NewEvent> events) {
        var commit = NewCommit.of(events, List.of(), null);
        return PlacedCommit.after(before, new PendingCommit(commit, 0), 0);
    }

    @Test
    void leaves_out_nothing_when_instances_take_turns() {
        var there = logs.openOver(TestServers.mongodb(), AppendLimits.USUAL);
        for (var sequence = 0; sequence < 20; sequence++) {
            append(sequence % 3 == 0 ? there : here, "a", sequence);
        }

        await().until(() -> here.tail().next() == 20 && there.tail().next() == 20);
        assertThat(here.tail().since(5)).hasSize(15);
        assertThat(there.tail().since(0)).hasSize(20);
    }

    @Test
    void stops_loudly_where_a_commit_is_missing() {
        append(here, "a", 0);
        append(here, "a", 1);
        append(here, "a", 2);
        commits().deleteOne(Filters.eq("_id", new BsonInt64(1)));

        assertThatThrownBy(() -> here.reader().from(0).read())
                .isInstanceOf(LogBroken.class)
                .hasMessage("After position 0 the log goes on at 2");
    }

    @Test
    void stops_loudly_where_a_commit_is_not_the_one_that_was_followed() {
        append(here, "a", 0);
        append(here, "a", 1);
        commits().updateOne(Filters.eq("_id", new BsonInt64(0)), Updates.set("id", "another"));

        assertThatThrownBy(() -> here.reader().from(0).read())
                .isInstanceOf(LogBroken.class)
                .hasMessage("The commit at 1 does not follow the one before it");
    }

    @Test
    void says_why_it_has_stopped() {
        append(here, "a", 0);
        var there = logs.openOver(TestServers.mongodb(), AppendLimits.USUAL);
        here.tail().close();
        await().until(() -> there.tail().next() == 1);
        var strange = Objects.requireNonNull(commits().find().first());
        strange.put("_id", new BsonInt64(7));
        strange.put("streams", new BsonArray());
        commits().insertOne(strange);

        await().untilAsserted(() -> assertThat(there.tail().fault()).isInstanceOf(LogBroken.class));
    }

    private MongoCollection<BsonDocument> commits() {
        return LogCollection.in(logs.database());
    }
}
