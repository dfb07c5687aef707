package io.samling.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class SteppingClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SteppingClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock in UTC that shows the given moment. */
    public static SteppingClock at(Instant start) {
        return new SteppingClock(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    /** A clock in UTC that shows the given moment, as ISO 8601. */
    public static SteppingClock at(String start) {
        return at(Instant.parse(start));
    }

    /** Moves the clock on, or back by a negative step, and returns what it shows then. */
    public Instant advance(Duration step) {
        return now.updateAndGet(before -> before.plus(step));
    }

    /** Sets the clock. */
    public void set(Instant moment) {
        now.set(moment);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock read in another zone: it moves together with this one. */
    @Override
    public SteppingClock withZone(ZoneId other) {
        return new SteppingClock(now, other);
    }
}
