package io.samling.eventstore.log;

import io.samling.kernel.Unavailable;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells callers whose patience is over what they can rely on. One thread looks after all of them: a
 * wait with a limit of its own would set and stop a timer for each commit.
 */
final class WaitLimit implements AutoCloseable {

    private static final long LOOK_AGAIN = Duration.ofMillis(100).toNanos();

    private final long patience;

    /**
     * In the order in which they began to wait, so the first is the first to have waited enough.
     */
    private final Queue<PendingCommit> waiting = new ConcurrentLinkedQueue<>();

    private final Thread thread =
            Thread.ofPlatform().name("log-patience").daemon().unstarted(this::run);
    private volatile boolean closed;

    WaitLimit(Duration patience) {
        this.patience = patience.toNanos();
    }

    void start() {
        thread.start();
    }

    void watch(PendingCommit pending) {
        waiting.add(pending);
    }

    static Unavailable overloaded() {
        return Unavailable.nothingDone(
                "too-busy",
                "The service cannot record more just now; nothing was stored, try again shortly",
                Duration.ofSeconds(2));
    }

    private void run() {
        while (!(closed && waiting.isEmpty())) {
            LockSupport.parkNanos(Math.min(endWaits(), LOOK_AGAIN));
        }
    }

    /** Ends the waits that are long enough; returns for how long none of the others is. */
    private long endWaits() {
        waiting.removeIf(PendingCommit::isDecided);
        for (var pending : waiting) {
            var left = patience - pending.nanosWaited();
            if (left > 0) {
                return left;
            }
            // what nobody has sent yet nobody ever will; and what was decided just now stays so
            pending.refused(pending.take() ? overloaded() : Unavailable.outcomeUnknown(null));
        }
        return patience;
    }

    /** Goes on until nobody waits. */
    @Override
    public void close() {
        closed = true;
    }
}
