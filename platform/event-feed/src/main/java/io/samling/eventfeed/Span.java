package io.samling.eventfeed;

import java.time.LocalDate;

/**
 * Something that counts from one day until another, as far as is known.
 *
 * @param from the first day that counts, in days since 1970-01-01, or {@link #BEGINNING}
 * @param until the first day that no longer counts, or {@link #OPEN}
 * @param value what counts; equal values are the same thing
 */
public record Span<V>(int from, int until, V value) {

    /** Counts from before every day: the day is unknown, or there is none. */
    public static final int BEGINNING = Integer.MIN_VALUE;

    /** Counts until further notice. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** What counts from a day on. */
    public static <V> Span<V> from(LocalDate day, V value) {
        return new Span<>(day(day), OPEN, value);
    }

    /** What counts always, such as a name. */
    public static <V> Span<V> always(V value) {
        return new Span<>(BEGINNING, OPEN, value);
    }

    /** The same, no longer than until a day, which does not count. */
    public Span<V> until(int day) {
        return new Span<>(from, Math.min(until, day), value);
    }

    /** Whether it counts on no day at all. */
    public boolean isEmpty() {
        return until <= from;
    }

    /** A day as a number, as the spans have it. */
    public static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
