package io.samling.eventstore.log;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A caller that waits for an outcome: its patience is one, however often is tried for it. */
public final class CallersWait {

    private final LongSupplier nanoTime;
    private final long since;

    CallersWait(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    /** Begins now. */
    public static CallersWait begin() {
        return new CallersWait(System::nanoTime);
    }

    long nanos() {
        return nanoTime.getAsLong() - since;
    }

    boolean isOver(Duration patience) {
        return nanos() >= patience.toNanos();
    }
}
