package io.samling.eventfeed;

import io.samling.eventfeed.Rebuild.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a rebuild goes on, for the one thread that does it. */
final class RebuildCourse {

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

    RebuildCourse(int id, Instant started) {
        this.id = id;
        this.started = started;
    }

    /** As it is by now. */
    Rebuild now() {
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

    boolean isReading() {
        return state == State.READING;
    }

    void read(long soFar, long ofAbout) {
        read = soFar;
        of = ofAbout;
    }

    void reads(long inASecond) {
        perSecond = inASecond;
    }

    void compares(String positions) {
        state = State.COMPARING;
        compared = positions;
    }

    void compared(int count, List<String> found) {
        differing = count;
        differences = List.copyOf(found);
    }

    void switched(Instant now) {
        state = State.SWITCHED;
        ended = now;
    }

    void failed(Instant now, String why) {
        state = State.FAILED;
        ended = now;
        reason = why;
    }
}
