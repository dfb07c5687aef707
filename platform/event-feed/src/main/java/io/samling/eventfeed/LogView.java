package io.samling.eventfeed;

import io.samling.contracts.LogPosition;
import io.samling.contracts.ProgressMark;
import io.samling.kernel.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What is known of one service's log right now, and the place to wait for more. */
final class LogView {

    private final String service;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile @Nullable State state;
    private volatile int generation;
    private volatile @Nullable String trouble = "nothing was read yet";

    LogView(String service) {
        this.service = service;
    }

    /** The newest state, null before the first progress mark was reached. */
    @Nullable State state() {
        return state;
    }

    String service() {
        return service;
    }

    /** Why the log is not followed at the moment, null where it is. */
    @Nullable String trouble() {
        return trouble;
    }

    /** What the follower of one generation may say of the log. */
    Lead lead(int generation) {
        return new Lead(this, generation);
    }

    /** The generation that is shown, 0 before anything is. */
    int generation() {
        return generation;
    }

    void troubled(int by, @Nullable String reason) {
        if (by == generation || (by > generation && state == null)) {
            trouble = reason;
        }
    }

    /** Answers no more, for what is held has become somebody else's past. */
    void stop(int by, String reason) {
        if (by >= generation) {
            trouble = reason;
            state = null;
        }
    }

    void moveTo(int by, State next) {
        lock.lock();
        try {
            if (by >= generation) {
                generation = by;
                state = next;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all up to a position is known.
     *
     * @param deadline by {@link System#nanoTime}
     * @throws Unavailable past the deadline
     * @throws AnotherLog where the log is another one
     */
    State await(LogPosition asked, long deadline) {
        lock.lock();
        try {
            for (var now = state; ; now = state) {
                if (now != null && now.covers(asked)) {
                    return now;
                }
                if (moved.awaitNanos(deadline - System.nanoTime()) <= 0) {
                    throw notYetKnown("Waited for " + asked + "; " + sentence());
                }
            }
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            throw notYetKnown("The service is stopping");
        } finally {
            lock.unlock();
        }
    }

    /** Something is not known here yet: asking again a little later makes sense. */
    static Unavailable notYetKnown(String sentence) {
        return Unavailable.nothingDone("not-yet-known", sentence, Duration.ofSeconds(1));
    }

    /** Where the log stands and what is wrong with it, for a person. */
    String sentence() {
        var now = state;
        var reason = trouble;
        var place = now == null ? service + " is not known at all" : "known is " + now.known();
        return reason == null ? place : place + " (" + reason + ")";
    }

    /**
     * A log as far as it is known.
     *
     * @param mark everything up to it is in memory
     */
    record State(LogMemory memory, ProgressMark mark) {

        LogPosition known() {
            return mark.logPosition();
        }

        /** Nothing recorded until then is missing. */
        Instant completeUntil() {
            return mark.completeUntil();
        }

        boolean covers(LogPosition asked) {
            if (!asked.logId().equals(mark.logId())) {
                throw new AnotherLog(asked, mark.logId());
            }
            return asked.position() <= mark.position();
        }
    }
}
