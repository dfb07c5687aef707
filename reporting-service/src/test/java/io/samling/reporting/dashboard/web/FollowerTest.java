package io.samling.reporting.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.reporting.dashboard.News;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class FollowerTest {

    private final AtomicLong told = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    @Test
    void while_one_reads_slowly_nothing_is_gathered_for_it() throws Exception {
        var slow = new SlowStream();
        var follower = new Follower(this::news, slow, null, Duration.ofHours(1));
        var thread = Thread.ofVirtual().start(() -> serve(follower));
        slow.reads.release();
        Awaitility.await().until(() -> slow.begun.get() == 2);

        told.addAndGet(10_000);

        assertThat(asked).hasValue(1);
        slow.reads.release(100);
        Awaitility.await().until(() -> asked.get() > 2);
        assertThat(slow.begun).hasValue(3);
        closing.countDown();
        thread.join();
    }

    private News news(@Nullable LogPositions since) {
        asked.incrementAndGet();
        var upTo = LogPositions.of(List.of(new LogPosition("member", "0000abcd", told.get())));
        return new News(upTo, !upTo.equals(since), List.of());
    }

    private void serve(Follower follower) {
        try {
            follower.serve(closing);
        } catch (IOException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** Each event waits until it is read. */
    private static final class SlowStream extends SseEmitter {

        private final Semaphore reads = new Semaphore(0);
        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public void send(SseEventBuilder event) {
            begun.incrementAndGet();
            reads.acquireUninterruptibly();
        }
    }
}
