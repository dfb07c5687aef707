package io.samling.eventrelay;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the relay remembers from one attempt to the next, and what others see of it. */
final class Logbook {

    private static final long NONE = -1;

    private final AtomicReference<RelayStatus> status =
            new AtomicReference<>(RelayStatus.NOT_STARTED);
    private final AtomicLong rewind = new AtomicLong(NONE);
    private final LongAdder facts = new LongAdder();
    private long obstacle = NONE;
    private long oneByOneUpTo = NONE;

    RelayStatus status() {
        return status.get();
    }

    void write(UnaryOperator<RelayStatus> change) {
        status.updateAndGet(change);
    }

    /** Facts told since the start, again and again where they were. */
    long facts() {
        return facts.sum();
    }

    void told(int more) {
        facts.add(more);
    }

    /** From where somebody wishes the log to be told again; null where nobody does. */
    @Nullable Long wishedRewind() {
        var wished = rewind.get();
        return wished == NONE ? null : wished;
    }

    void wishRewind(long position) {
        rewind.set(position);
    }

    void rewound(long position) {
        rewind.compareAndSet(position, NONE);
    }

    void met(RelayFault.Obstacle fault) {
        obstacle = fault.position();
    }

    void met(RelayFault.Unclear fault) {
        oneByOneUpTo = fault.last();
    }

    /**
     * How many events to tell at once: one where it is not known which could not be told, else all
     * before an event that could not be told, then that event alone, so that it holds up none of
     * those before it.
     */
    int most(long next, int batchSize) {
        if (next <= oneByOneUpTo) {
            return 1;
        }
        oneByOneUpTo = NONE;
        if (next <= obstacle) {
            return Math.clamp(obstacle - next, 1, batchSize);
        }
        obstacle = NONE;
        return batchSize;
    }
}
