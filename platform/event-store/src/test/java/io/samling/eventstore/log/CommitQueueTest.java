package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of the commits that wait are written together. */
class CommitQueueTest {

    static final int MEBIBYTE = 1024 * 1024;

    final CommitQueue queue = new CommitQueue(2000);

    static PendingCommit pending(String stream, int size) {
        var commit = NewCommit.of(List.of(event(stream, 0)), List.of(), null);
        return new PendingCommit(commit, size);
    }

    static PendingCommit pending(String stream) {
        return pending(stream, 300);
    }

    PendingCommit wait(String stream, int size) {
        var pending = pending(stream, size);
        assertThat(queue.offer(pending)).isTrue();
        return pending;
    }

    PendingCommit wait(String stream) {
        return wait(stream, 300);
    }

    /** Every batch until nothing waits any more. */
    List<List<PendingCommit>> batches() {
        queue.close();
        var batches = new ArrayList<List<PendingCommit>>();
        for (var batch = queue.nextBatch(); !batch.isEmpty(); batch = queue.nextBatch()) {
            batches.add(batch);
        }
        return batches;
    }

    @Test
    void a_batch_ends_at_five_hundred_commits() {
        var all = IntStream.range(0, 1100).mapToObj(i -> wait("stream-" + i)).toList();

        assertThat(batches())
                .containsExactly(
                        all.subList(0, 500), all.subList(500, 1000), all.subList(1000, 1100));
    }

    @Test
    void a_batch_ends_before_it_is_larger_than_eight_mebibytes() {
        var first = wait("a", 3 * MEBIBYTE);
        var second = wait("b", 5 * MEBIBYTE);
        var third = wait("c", 8 * MEBIBYTE);
        var fourth = wait("d", 7 * MEBIBYTE);
        var fifth = wait("e", MEBIBYTE + 1);

        assertThat(batches())
                .containsExactly(
                        List.of(first, second), List.of(third), List.of(fourth), List.of(fifth));
    }

    @Test
    void what_wants_the_same_as_one_before_it_goes_into_the_next_batch_and_its_neighbours_do_not() {
        var first = wait("a");
        var same = wait("a");
        var sameAgain = wait("a");
        var other = wait("b");

        assertThat(queue.nextBatch()).containsExactly(first, other);
        var later = wait("c");
        assertThat(batches()).containsExactly(List.of(same, later), List.of(sameAgain));
    }

    @Test
    void what_its_caller_has_given_up_is_left_out() {
        var first = wait("a");
        var givenUp = wait("b");
        assertThat(givenUp.take()).isTrue();
        var third = wait("c");

        assertThat(batches()).containsExactly(List.of(first, third));
    }

    @Test
    void nothing_is_taken_on_once_it_is_closed_and_what_waits_is_written() {
        var waiting = wait("a");
        queue.close();

        assertThat(queue.offer(pending("b"))).isFalse();
        assertThat(batches()).containsExactly(List.of(waiting));
    }

    @Test
    void who_was_just_answered_is_waited_for_until_all_are_back() throws Exception {
        var patient = new CommitQueue(2000, _ -> MINUTES.toNanos(1));
        patient.offer(pending("a"));
        patient.offer(pending("b"));
        patient.nextBatch();
        var waitedMeanwhile = pending("c");
        patient.offer(waitedMeanwhile);

        var next = new FutureTask<>(patient::nextBatch);
        var writer = Thread.ofPlatform().start(next);
        var firstBack = pending("d");
        patient.offer(firstBack);
        await().until(() -> writer.getState() == Thread.State.TIMED_WAITING);
        assertThat(next.isDone()).isFalse();
        var secondBack = pending("e");
        patient.offer(secondBack);

        assertThat(next.get(1, MINUTES)).containsExactly(waitedMeanwhile, firstBack, secondBack);
    }

    @Test
    void who_does_not_come_back_holds_up_the_others_for_a_moment_only() {
        wait("a");
        wait("b");
        queue.nextBatch();
        var other = wait("c");

        assertThat(queue.nextBatch()).containsExactly(other);
    }

    @Test
    void the_moment_is_half_of_what_the_batch_took_and_at_most_a_millisecond() {
        assertThat(CommitQueue.moment(800_000)).isEqualTo(400_000);
        assertThat(CommitQueue.moment(MINUTES.toNanos(1))).isEqualTo(1_000_000);
    }

    @Test
    void a_writer_that_waits_for_them_is_woken_when_it_is_closed() throws Exception {
        var patient = new CommitQueue(2000, _ -> MINUTES.toNanos(10));
        patient.offer(pending("a"));
        patient.nextBatch();
        var next = new FutureTask<>(patient::nextBatch);
        var writer = Thread.ofPlatform().start(next);
        await().until(() -> writer.getState() == Thread.State.TIMED_WAITING);

        patient.close();

        assertThat(next.get(1, MINUTES)).isEmpty();
    }
}
