package io.samling.rebuild;

import io.samling.rebuild.Rebuild.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a rebuild goes on, for the one thread that does it. */
public final class RebuildCourse {

    private final int id;
    private final Instant started;
    private State state = State.READING;
    private @Nullable Instant ended;
    private long read;
    private long of;
    private long perSecond;
    private @Nullable String compared;
    private int differing;
    private List<String> differences = List.of();
    private @Nullable String reason;

    /** One that begins. */
    public RebuildCourse(int id, Instant started) {
        this.id = id;
        this.started = started;
    }

    /** As it is by now. */
    public Rebuild now() {
        return new Rebuild(
                id,
                state,
                started,
                ended,
                read,
                of,
                perSecond,
                compared,
                differing,
                differences,
                reason);
    }

    /** Whether it still reads, and does not compare yet. */
    public boolean isReading() {
        return state == State.READING;
    }

    /** So much was read. */
    public void read(long soFar, long ofAbout) {
        read = soFar;
        of = ofAbout;
    }

    /** So fast. */
    public void reads(long inASecond) {
        perSecond = inASecond;
    }

    /** Begins to compare, as known at these positions. */
    public void compares(String positions) {
        state = State.COMPARING;
        compared = positions;
    }

    /** Has compared. */
    public void compared(int count, List<String> found) {
        differing = count;
        differences = List.copyOf(found);
    }

    /** Answers from now on. */
    public void switched(Instant now) {
        state = State.SWITCHED;
        ended = now;
    }

    /** Does not go on. */
    public void failed(Instant now, String why) {
        state = State.FAILED;
        ended = now;
        reason = why;
    }
}
