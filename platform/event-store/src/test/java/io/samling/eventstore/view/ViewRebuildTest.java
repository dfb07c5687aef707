package io.samling.eventstore.view;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static io.samling.eventstore.view.CountedView.COUNTERS;
import static io.samling.eventstore.view.CountedView.COUNTS;
import static io.samling.eventstore.view.CountedView.source;
import static io.samling.eventstore.view.CountedView.sourceThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.samling.eventstore.view.CountedView.Counting;
import io.samling.rebuild.Rebuild;
import io.samling.rebuild.Rebuild.State;
import io.samling.rebuild.RebuildRefused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A view of a hundred counters is made again beside the running one. */
class ViewRebuildTest {

    final CountedView counters = new CountedView();
    final View view = counters.view();
    final CountDownLatch died = new CountDownLatch(1);
    final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        counters.close();
    }

    @Test
    void lists_what_was_falsified_and_repairs_it() {
        counters.write(0, 1000);
        counters.stored()
                .updateOne(eq("_id", "7"), combine(set("row.count", 99), set("order", 5L)));
        counters.stored().deleteOne(eq("_id", "8"));
        counters.stored().updateOne(eq("_id", "9"), set("at", 5000L));
        counters.stored()
                .insertOne(new Document("_id", "foreign").append("since", 3L).append("at", 4L));

        var done = counters.rebuilt(view.rebuild(source()));

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
        assertThat(counters.counted("7")).isEqualTo(10);
        assertThat(counters.counted("8")).isEqualTo(10);
        assertThat(counters.listed()).isEqualTo(COUNTERS);
        await().until(() -> counters.collections().equals(List.of("counts_2")));
        counters.write(1000, 1100);
        assertThat(counters.counted("8")).isEqualTo(11);
    }

    @Test
    void takes_over_while_it_is_written_and_asked_and_nothing_is_missing() throws Exception {
        counters.write(0, 3000);
        var done = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing =
                    others.submit(
                            () -> {
                                long next = 3000;
                                while (done.getCount() > 0) {
                                    counters.write(next, next + 20);
                                    next += 20;
                                }
                                return next;
                            });
            var asking =
                    others.submit(
                            () -> {
                                for (long seen = 0; done.getCount() > 0; ) {
                                    assertThat(counters.listed()).isEqualTo(COUNTERS);
                                    long now = counters.counted("0");
                                    assertThat(now).isGreaterThanOrEqualTo(seen);
                                    seen = now;
                                }
                                return true;
                            });
            var first = counters.rebuilt(view.rebuild(source()));
            var second = counters.rebuilt(view.rebuild(source()));
            done.countDown();

            assertThat(first.state()).isEqualTo(State.SWITCHED);
            assertThat(first.differences()).isEmpty();
            assertThat(second.state()).isEqualTo(State.SWITCHED);
            assertThat(second.differences()).isEmpty();
            assertThat(asking.get()).isTrue();
            long written = writing.get();
            assertThat(view.reached().position()).isEqualTo(written - 1);
            for (var counter = 0; counter < COUNTERS; counter++) {
                assertThat(counters.counted(String.valueOf(counter)))
                        .isEqualTo((written - 1 - counter) / COUNTERS + 1);
            }
        }
        assertThat(view.rebuilds()).extracting(Rebuild::id).containsExactly(3, 2);
    }

    @Test
    void that_was_killed_leaves_the_running_view_and_is_removed_at_a_start() {
        counters.write(0, 2000);
        var killed = view.rebuild(sourceThat(this::dieInTheMiddle));
        awaited(died);
        assertThat(counters.stored(2).countDocuments()).isPositive();

        assertThatExceptionOfType(RebuildRefused.class).isThrownBy(() -> view.rebuild(source()));
        assertThat(counters.listed()).isEqualTo(COUNTERS);
        counters.write(2000, 2100);
        counters.clock.advance(Duration.ofSeconds(11));
        assertThat(view.rebuild(killed.id()).state()).isEqualTo(State.FAILED);
        var restarted = counters.again();

        assertThat(counters.collections()).containsExactly("counts");
        assertThat(restarted.reached().position()).isEqualTo(2099);
        assertThat(counters.rebuilt(restarted.rebuild(source())).differences()).isEmpty();
    }

    @Test
    void that_was_killed_is_removed_by_the_next_one_too() {
        counters.write(0, 2000);
        var _ = view.rebuild(sourceThat(this::dieInTheMiddle));
        awaited(died);
        assertThat(counters.stored(2).countDocuments()).isPositive();
        counters.clock.advance(Duration.ofSeconds(11));

        var next = counters.rebuilt(view.rebuild(source()));

        assertThat(next.state()).isEqualTo(State.SWITCHED);
        await().until(() -> counters.collections().equals(List.of("counts_3")));
    }

    @Test
    void is_done_by_one_at_a_time() {
        counters.write(0, 2000);
        var other = counters.again();
        var goOn = new CountDownLatch(1);
        var first = view.rebuild(sourceThat(_ -> awaited(goOn)));

        assertThatExceptionOfType(RebuildRefused.class)
                .isThrownBy(() -> other.rebuild(source()))
                .withMessageContaining("Rebuild 2 runs already");
        goOn.countDown();

        assertThat(counters.rebuilt(first).state()).isEqualTo(State.SWITCHED);
        assertThat(CountedView.counted(other, "7")).isEqualTo(20);
    }

    @Test
    void says_which_event_cannot_be_shown_and_leaves_the_running_view() {
        counters.write(0, 1000);

        var failed =
                counters.rebuilt(
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
        assertThat(counters.counted("7")).isEqualTo(10);
        assertThat(view.rebuilding()).isNull();
    }

    @Test
    void ends_where_the_view_is_begun_anew_meanwhile() {
        counters.write(0, 2000);
        var goOn = new CountDownLatch(1);
        var begun = view.rebuild(sourceThat(_ -> awaited(goOn)));

        view.beginAnew();
        goOn.countDown();

        assertThat(counters.rebuilt(begun).state()).isEqualTo(State.FAILED);
        assertThat(counters.listed()).isZero();
        counters.write(0, 100);
        assertThat(counters.listed()).isEqualTo(COUNTERS);
    }

    @Test
    void of_another_log_is_refused() {
        counters.write(0, 100);
        var restored = counters.ofLog("0b55e8d4");

        assertThatExceptionOfType(ViewOfAnotherLog.class)
                .isThrownBy(() -> restored.rebuild(source()))
                .withMessageContaining("./samling rebuild --service club");
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
}
