package io.samling.rebuild;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a view from what it is made of, beside the running one.
 *
 * @param id the generation that it fills
 * @param read how many records or events were read
 * @param of about how many there are
 * @param perSecond how many were read and made into the view in a second, so far
 * @param compared up to which positions the old view was compared with the new one
 * @param differing how many subjects or rows differ between them, at these positions
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
