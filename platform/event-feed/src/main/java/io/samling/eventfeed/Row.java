package io.samling.eventfeed;

/**
 * A span with the time for which it was known: what counted, and from when until when we thought
 * so.
 *
 * @param knownFrom the position at which it became known
 * @param knownUntil the position at which it was superseded, or {@link #STILL}
 */
public record Row<V>(Span<V> span, long knownFrom, long knownUntil) {

    /** Not superseded. */
    public static final long STILL = Long.MAX_VALUE;
}
