package io.samling.eventstore.log;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * When a writer waits: longer and longer while outcomes stay open; for one round trip after a win
 * when it has recently met another writer; and half of the time where another, to whom that is too
 * short, has asked for turns. So the slower of two is not starved, on whatever continent it is.
 */
final class Pace {

    private static final long SHORTEST_PAUSE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final int TOO_OFTEN = 3;
    private static final long LATELY = Duration.ofSeconds(3).toNanos();
    private static final long RECENTLY = Duration.ofSeconds(1).toNanos();

    private long pause = SHORTEST_PAUSE;
    private long sent;
    private long roundTrip;
    private boolean cameTooLate;
    private long cycle;
    private long met = System.nanoTime() - RECENTLY;
    private long gaveTurn = System.nanoTime();
    private long wasTooLate = System.nanoTime() - LATELY;
    private int losses;

    void beforeSending() {
        var now = System.nanoTime();
        if (cameTooLate) {
            cycle = now - sent;
            cameTooLate = false;
        }
        sent = now;
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
        cameTooLate = true;
        losses++;
        if (losses >= TOO_OFTEN) {
            wasTooLate = met;
        }
    }

    /** Whether others were there first several times in a row, of late. */
    boolean needsTurns() {
        return System.nanoTime() - wasTooLate < LATELY;
    }

    /**
     * For how long others must be still. Their silence begins at any moment, and who comes too late
     * looks at the log once in a cycle. The batch after the first look in the silence must arrive
     * in it, a round trip later; one more is spare, for none takes as long as another.
     */
    long turn() {
        return cycle + 2 * roundTrip;
    }

    /**
     * Waits, where others want to write as well.
     *
     * @param turn how long one takes of another that asked for it, 0 where none has
     */
    void afterBatch(long turn) {
        losses = 0;
        var now = System.nanoTime();
        if (turn > 0 && now - gaveTurn > turn) {
            LockSupport.parkNanos(turn);
            gaveTurn = System.nanoTime();
        } else if (now - met < RECENTLY && !needsTurns()) {
            LockSupport.parkNanos(roundTrip);
        }
    }
}
