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

    /** The same, of one that does not go on. */
    Rebuild failed(Instant now, String why) {
        return new Rebuild(
                id,
                State.FAILED,
                started,
                now,
                read,
                of,
                perSecond,
                compared,
                differing,
                differences,
                why);
    }
}
