package io.samling.eventstore.log;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * When a writer waits: longer and longer while outcomes stay open, and for one round trip after a
 * win when it has recently met another writer, so that the slower of two is not starved.
 */
final class Pace {

    private static final long SHORTEST_PAUSE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long RECENTLY = Duration.ofSeconds(1).toNanos();

    private long pause = SHORTEST_PAUSE;
    private long sent;
    private long roundTrip;
    private long met = System.nanoTime() - RECENTLY;

    void beforeSending() {
        sent = System.nanoTime();
    }

    void afterAnswer() {
        roundTrip = System.nanoTime() - sent;
    }

    void wentWell() {
        pause = SHORTEST_PAUSE;
    }

    void pauseLonger() {
        LockSupport.parkNanos(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
    }

    void metAnotherWriter() {
        met = System.nanoTime();
    }

    void afterBatch() {
        if (System.nanoTime() - met < RECENTLY) {
            LockSupport.parkNanos(roundTrip);
        }
    }
}
