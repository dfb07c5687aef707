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

    /** So that those whose patience ends one after the other are not looked after one by one. */
    private static final long AT_ONCE = Duration.ofMillis(1).toNanos();

    private final long patience;

    /** In no order: who tries again has less patience left than who has just come. */
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
        if (left(pending) < LOOK_AGAIN) {
            LockSupport.unpark(thread);
        }
    }

    static Unavailable overloaded() {
        return Unavailable.nothingDone(
                "too-busy",
                "The service cannot record more just now; nothing was stored, try again shortly",
                Duration.ofSeconds(2));
    }

    private void run() {
        while (!(closed && waiting.isEmpty())) {
            LockSupport.parkNanos(Math.max(endWaits(), AT_ONCE));
        }
    }

    /** Ends the waits that are long enough; returns when to look again. */
    private long endWaits() {
        waiting.removeIf(PendingCommit::isDecided);
        var soonest = LOOK_AGAIN;
        for (var pending : waiting) {
            var left = left(pending);
            if (left > 0) {
                soonest = Math.min(soonest, left);
            } else {
                // what nobody has sent yet nobody ever will; what was decided just now stays so
                pending.refused(pending.take() ? overloaded() : Unavailable.outcomeUnknown(null));
            }
        }
        return soonest;
    }

    private long left(PendingCommit pending) {
        return patience - pending.nanosWaited();
    }

    /** Goes on until nobody waits. */
    @Override
    public void close() {
        closed = true;
    }
}
