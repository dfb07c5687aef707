package io.samling.eventfeed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of the view from the topics, beside the running one.
 *
 * @param id the generation that it fills
 * @param read how many records were read
 * @param of about how many there are
 * @param perSecond how many were read, kept and derived in a second, so far
 * @param compared up to which positions the old view was compared with the new one
 * @param differing how many subjects differ between them, at these positions
 * @param differences the first of them, and what could not be compared
 * @param reason why it failed, where it has
 */
public record Rebuild(
        int id,
        State state,
        Instant started,
        @Nullable Instant ended,
        long read,
        long of,
        long perSecond,
        @Nullable String compared,
        int differing,
        List<String> differences,
        @Nullable String reason) {

    /** How far it has come. */
    public enum State {
        READING,
        COMPARING,
        SWITCHED,
        FAILED
    }

    /** Whether nothing more will happen to it. */
    public boolean isOver() {
        return state == State.SWITCHED || state == State.FAILED;
    }

    static Rebuild begun(int id, Instant now) {
        return new Rebuild(id, State.READING, now, null, 0, 0, 0, null, 0, List.of(), null);
    }

    Rebuild read(long read, long of, long perSecond) {
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

    Rebuild comparing(String positions) {
        return new Rebuild(
                id,
                State.COMPARING,
                started,
                ended,
                read,
                of,
                perSecond,
                positions,
                differing,
                differences,
                reason);
    }

    Rebuild compared(int count, List<String> found) {
        return new Rebuild(
                id,
                state,
                started,
                ended,
                read,
                of,
                perSecond,
                compared,
                count,
                List.copyOf(found),
                reason);
    }

    Rebuild switched(Instant now) {
        return ended(State.SWITCHED, now, null);
    }

    Rebuild failed(Instant now, String why) {
        return ended(State.FAILED, now, why);
    }

    private Rebuild ended(State how, Instant now, @Nullable String why) {
        return new Rebuild(
                id, how, started, now, read, of, perSecond, compared, differing, differences, why);
    }
}
