package io.samling.eventstore.view;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.samling.eventstore.LogIdentity;
import io.samling.rebuild.Rebuild;
import io.samling.rebuild.Rebuild.State;
import io.samling.rebuild.RebuildRefused;
import io.samling.testing.SteppingClock;
import io.samling.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A view of a hundred counters: the event at each position counts one of them up, in turn. */
class ViewRebuildTest {

    static final int COUNTERS = 100;

    static final RowSort<Counter> COUNTS =
            new RowSort<>(
                    "counts",
                    Counter.class,
                    (row, since) -> new Document("order", since),
                    List.of(Indexes.ascending("order")));

    record Counter(String name, long count) {}

    final MongoClient mongo = MongoClients.create(TestServers.mongodb());
    final MongoDatabase database = mongo.getDatabase(TestServers.database());
    final SteppingClock clock = SteppingClock.at("2026-11-23T12:00:00Z");
    final View view = view();
    final CountDownLatch died = new CountDownLatch(1);
    final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        view.close();
        mongo.close();
    }

    View view() {
        return View.of(clock, database, new LogIdentity("club", "7f3a91c2"), "counts", COUNTS);
    }

    @Test
    void lists_what_was_falsified_and_repairs_it() {
        write(0, 1000);
        counts().updateOne(eq("_id", "7"), combine(set("row.count", 99), set("order", 5L)));
        counts().deleteOne(eq("_id", "8"));
        counts().updateOne(eq("_id", "9"), set("at", 5000L));
        counts().insertOne(new Document("_id", "foreign").append("since", 3L).append("at", 4L));

        var done = rebuilt(view.rebuild(source()));

        assertThat(done.state()).isEqualTo(State.SWITCHED);
        assertThat(done.compared()).isEqualTo("club:7f3a91c2:999");
        assertThat(done.differing()).isEqualTo(4);
        assertThat(done.differences())
                .containsExactlyInAnyOrder(
                        "counts 7: count order",
                        "counts 8: only after",
                        "counts 9: at",
                        "counts foreign: only before");
        assertThat(done.read()).isEqualTo(1000);
        assertThat(counted("7")).isEqualTo(10);
        assertThat(counted("8")).isEqualTo(10);
        assertThat(listed()).isEqualTo(COUNTERS);
        await().until(() -> collections().equals(List.of("counts_2")));
        write(1000, 1100);
        assertThat(counted("8")).isEqualTo(11);
    }

    @Test
    void takes_over_while_it_is_written_and_asked_and_nothing_is_missing() throws Exception {
        write(0, 3000);
        var done = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing =
                    others.submit(
                            () -> {
                                long next = 3000;
                                while (done.getCount() > 0) {
                                    write(next, next + 20);
                                    next += 20;
                                }
                                return next;
                            });
            var asking =
                    others.submit(
                            () -> {
                                for (long seen = 0; done.getCount() > 0; ) {
                                    assertThat(listed()).isEqualTo(COUNTERS);
                                    long now = counted("0");
                                    assertThat(now).isGreaterThanOrEqualTo(seen);
                                    seen = now;
                                }
                                return true;
                            });
            var first = rebuilt(view.rebuild(source()));
            var second = rebuilt(view.rebuild(source()));
            done.countDown();

            assertThat(first.state()).isEqualTo(State.SWITCHED);
            assertThat(first.differences()).isEmpty();
            assertThat(second.state()).isEqualTo(State.SWITCHED);
            assertThat(second.differences()).isEmpty();
            assertThat(asking.get()).isTrue();
            long written = writing.get();
            assertThat(view.reached().position()).isEqualTo(written - 1);
            for (var counter = 0; counter < COUNTERS; counter++) {
                assertThat(counted(String.valueOf(counter)))
                        .isEqualTo((written - 1 - counter) / COUNTERS + 1);
            }
        }
        assertThat(view.rebuilds()).extracting(Rebuild::id).containsExactly(3, 2);
    }

    @Test
    void that_was_killed_leaves_the_running_view_and_is_removed_at_a_start() {
        write(0, 2000);
        var killed = view.rebuild(sourceThat(this::dieInTheMiddle));
        awaited(died);
        assertThat(counts(2).countDocuments()).isPositive();

        assertThatExceptionOfType(RebuildRefused.class).isThrownBy(() -> view.rebuild(source()));
        assertThat(listed()).isEqualTo(COUNTERS);
        write(2000, 2100);
        clock.advance(Duration.ofSeconds(11));
        assertThat(view.rebuild(killed.id()).state()).isEqualTo(State.FAILED);
        var restarted = view();

        assertThat(collections()).containsExactly("counts");
        assertThat(restarted.reached().position()).isEqualTo(2099);
        assertThat(rebuilt(restarted.rebuild(source())).differences()).isEmpty();
    }

    @Test
    void that_was_killed_is_removed_by_the_next_one_too() {
        write(0, 2000);
        var _ = view.rebuild(sourceThat(this::dieInTheMiddle));
        awaited(died);
        assertThat(counts(2).countDocuments()).isPositive();
        clock.advance(Duration.ofSeconds(11));

        var next = rebuilt(view.rebuild(source()));

        assertThat(next.state()).isEqualTo(State.SWITCHED);
        await().until(() -> collections().equals(List.of("counts_3")));
    }

    @Test
    void is_done_by_one_at_a_time() {
        write(0, 2000);
        var other = view();
        var goOn = new CountDownLatch(1);
        var first = view.rebuild(sourceThat(_ -> awaited(goOn)));

        assertThatExceptionOfType(RebuildRefused.class)
                .isThrownBy(() -> other.rebuild(source()))
                .withMessageContaining("Rebuild 2 runs already");
        goOn.countDown();

        assertThat(rebuilt(first).state()).isEqualTo(State.SWITCHED);
        assertThat(counted(other, "7")).isEqualTo(20);
    }

    @Test
    void says_which_event_cannot_be_shown_and_leaves_the_running_view() {
        write(0, 1000);

        var failed =
                rebuilt(
                        view.rebuild(
                                () ->
                                        new Counting(_ -> {}) {
                                            @Override
                                            void count(Changes changes, long position) {
                                                if (position == 700) {
                                                    changes.change(COUNTS, "nobody", row -> row);
                                                } else {
                                                    super.count(changes, position);
                                                }
                                            }
                                        }));

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.reason()).contains("nobody").contains("700");
        assertThat(counted("7")).isEqualTo(10);
        assertThat(view.rebuilding()).isNull();
    }

    @Test
    void ends_where_the_view_is_begun_anew_meanwhile() {
        write(0, 2000);
        var goOn = new CountDownLatch(1);
        var begun = view.rebuild(sourceThat(_ -> awaited(goOn)));

        view.beginAnew();
        goOn.countDown();

        assertThat(rebuilt(begun).state()).isEqualTo(State.FAILED);
        assertThat(listed()).isZero();
        write(0, 100);
        assertThat(listed()).isEqualTo(COUNTERS);
    }

    @Test
    void of_another_log_is_refused() {
        write(0, 100);
        var restored =
                View.of(clock, database, new LogIdentity("club", "0b55e8d4"), "counts", COUNTS);

        assertThatExceptionOfType(ViewOfAnotherLog.class)
                .isThrownBy(() -> restored.rebuild(source()))
                .withMessageContaining("./samling rebuild --service club");
    }

    private void write(long from, long until) {
        for (var first = from; first < until; first += 500) {
            var batch = new Changes();
            var counting = new Counting(_ -> {});
            for (var position = first; position < Math.min(first + 500, until); position++) {
                batch.at(position);
                counting.count(batch, position);
            }
            view.write(batch);
        }
    }

    private static ViewSource source() {
        return sourceThat(_ -> {});
    }

    private static ViewSource sourceThat(LongConsumer doesAt) {
        return () -> new Counting(doesAt);
    }

    private static class Counting implements ViewSource.Reading {

        private final LongConsumer doesAt;
        private long position = -1;

        Counting(LongConsumer doesAt) {
            this.doesAt = doesAt;
        }

        @Override
        public long into(Changes changes, int most, long until) {
            for (var taken = 0; taken < most && position < until; taken++) {
                position++;
                doesAt.accept(position);
                changes.at(position);
                count(changes, position);
            }
            return position;
        }

        void count(Changes changes, long at) {
            var name = String.valueOf(at % COUNTERS);
            if (at < COUNTERS) {
                changes.put(COUNTS, name, new Counter(name, 1));
            } else {
                changes.change(COUNTS, name, row -> new Counter(name, row.count() + 1));
            }
        }

        @Override
        public void close() {}
    }

    /** From then on nothing is heard of it, as of one that was killed. */
    private void dieInTheMiddle(long position) {
        if (position == 1500) {
            died.countDown();
            awaited(over);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Rebuild rebuilt(Rebuild begun) {
        await().until(() -> view.rebuild(begun.id()).isOver());
        return view.rebuild(begun.id());
    }

    private long counted(String name) {
        return counted(view, name);
    }

    private static long counted(View in, String name) {
        return Objects.requireNonNull(in.ask(rows -> rows.find(COUNTS, name))).count();
    }

    private int listed() {
        return view.ask(rows -> rows.list(COUNTS, gte("order", 0L), Sorts.ascending("order"), 500))
                .size();
    }

    private MongoCollection<Document> counts() {
        return database.getCollection("counts");
    }

    private MongoCollection<Document> counts(int generation) {
        return database.getCollection("counts_" + generation);
    }

    private List<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.startsWith("counts"))
                .toList();
    }
}
