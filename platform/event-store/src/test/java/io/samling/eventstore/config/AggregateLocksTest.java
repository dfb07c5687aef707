package io.samling.eventstore.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class AggregateLocksTest {

    @Test
    void one_who_changes_an_aggregate_waits_for_another_who_does() throws Exception {
        var locks = new AggregateAutoConfiguration().aggregateLocks();
        var held = locks.obtainLock("club-1");
        var other = new FutureTask<>(() -> locks.obtainLock("club-1").isHeld());
        var thread = Thread.ofPlatform().start(other);
        await().until(() -> other.isDone() || thread.getState() == Thread.State.TIMED_WAITING);

        held.release();

        assertThat(other.get(10, SECONDS)).isTrue();
    }
}
