package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.kernel.Unavailable;
import io.samling.kernel.Unavailable.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears that there is no outcome yet, and what they hear. */
class WaitLimitTest {

    static final Duration PATIENCE = Duration.ofMinutes(1);

    final WaitLimit limit = new WaitLimit(PATIENCE);
    final List<PendingCommit> watched = new ArrayList<>();

    PendingCommit watched(Duration waited) {
        var commit =
                NewCommit.of(List.of(event("a", 0)), List.of(), null, TestLogs.waiting(waited));
        var pending = new PendingCommit(commit, 300);
        limit.watch(pending);
        watched.add(pending);
        return pending;
    }

    @AfterEach
    void close() {
        watched.forEach(pending -> pending.refused(WaitLimit.overloaded()));
        limit.close();
    }

    static void awaitRefused(PendingCommit pending, Kind kind) {
        await().until(pending::isDecided);
        assertThat(pending.outcome().exceptionNow())
                .isInstanceOfSatisfying(
                        Unavailable.class, reason -> assertThat(reason.kind()).isEqualTo(kind));
    }

    @Test
    void who_had_less_patience_left_hears_before_those_who_came_earlier() {
        var first = watched(Duration.ZERO);
        var triedAgain = watched(PATIENCE);
        var last = watched(PATIENCE.minusMillis(1));

        limit.start();

        awaitRefused(triedAgain, Kind.NOTHING_DONE);
        assertThat(first.isDecided()).isFalse();
        assertThat(last.isDecided()).isFalse();
    }

    @Test
    void who_comes_with_little_patience_left_hears_too() {
        var first = watched(Duration.ZERO);
        limit.start();

        awaitRefused(watched(PATIENCE), Kind.NOTHING_DONE);
        assertThat(first.isDecided()).isFalse();
    }

    @Test
    void nobody_knows_of_what_was_sent() {
        var sent = watched(PATIENCE);
        assertThat(sent.take()).isTrue();

        limit.start();

        awaitRefused(sent, Kind.OUTCOME_UNKNOWN);
    }
}
