package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of the commits that wait are written together. */
class CommitQueueTest {

    static final int MEBIBYTE = 1024 * 1024;

    final CommitQueue queue = new CommitQueue(2000);

    PendingCommit wait(String stream, int size) {
        var commit = NewCommit.of(List.of(event(stream, 0)), List.of(), null);
        var pending = new PendingCommit(commit, size);
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
        var late = NewCommit.of(List.of(event("b", 0)), List.of(), null);

        assertThat(queue.offer(new PendingCommit(late, 300))).isFalse();
        assertThat(batches()).containsExactly(List.of(waiting));
    }
}
