package io.samling.reporting.rows;

import io.samling.eventfeed.Row;
import io.samling.eventfeed.Span;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of one kind. Each has a place; what they say of its subject, its days and the positions at
 * which it was known is here, the values are in columns of the kind's own.
 */
public abstract class Table<V> {

    /** No place. */
    public static final int NOWHERE = -1;

    private static final int AT_FIRST = 64;

    private int[] subjects = new int[AT_FIRST];
    private int[] from = new int[AT_FIRST];
    private int[] until = new int[AT_FIRST];
    private long[] knownFrom = new long[AT_FIRST];
    private long[] knownUntil = new long[AT_FIRST];
    private int[] next = new int[AT_FIRST];
    private int[] firstOf = new int[0];
    private int free = NOWHERE;
    private int places;
    private int rows;

    /** Makes room for values at places below this. */
    protected abstract void grow(int places);

    /** Puts a value at a place. */
    protected abstract void set(int place, V value);

    /** Puts these rows in the place of all that the subject had. */
    public final void replace(int subject, List<Row<V>> rowsNow) {
        makeRoomFor(subject);
        int before = firstOf[subject];
        firstOf[subject] = NOWHERE;
        for (var row : rowsNow) {
            int place = before;
            if (place == NOWHERE) {
                place = newPlace();
            } else {
                before = next[place];
            }
            put(place, subject, row);
        }
        freeAll(before);
    }

    /** Whether the row at a place counts on a day, as known at a position. */
    public final boolean counts(int place, int day, long known) {
        return from[place] <= day
                && day < until[place]
                && knownFrom[place] <= known
                && known < knownUntil[place];
    }

    /** Whether the row at a place was known at a position, on whatever day it counts. */
    public final boolean isKnown(int place, long known) {
        return knownFrom[place] <= known && known < knownUntil[place];
    }

    /** The subject of the row at a place. */
    public final int subject(int place) {
        return subjects[place];
    }

    /** The first day on which the row at a place counts. */
    public final int from(int place) {
        return from[place];
    }

    /** The first day on which the row at a place no longer counts. */
    public final int until(int place) {
        return until[place];
    }

    /** Whether there is a row at a place. */
    public final boolean isTaken(int place) {
        return knownUntil[place] != Long.MIN_VALUE;
    }

    /** The place of the subject's row that begins last, or {@link #NOWHERE}. */
    public final int newestOf(int subject) {
        int newest = NOWHERE;
        for (int place = firstOf(subject); place != NOWHERE; place = next[place]) {
            if (newest == NOWHERE || from[place] > from[newest]) {
                newest = place;
            }
        }
        return newest;
    }

    /** Rows are at places below this; some may be empty, and count never. */
    public final int places() {
        return places;
    }

    /** How many rows there are. */
    public final int size() {
        return rows;
    }

    private void put(int place, int subject, Row<V> row) {
        subjects[place] = subject;
        from[place] = row.span().from();
        until[place] = row.span().until();
        knownFrom[place] = row.knownFrom();
        knownUntil[place] = row.knownUntil();
        set(place, row.span().value());
        next[place] = firstOf[subject];
        firstOf[subject] = place;
    }

    private int firstOf(int subject) {
        return subject < firstOf.length ? firstOf[subject] : NOWHERE;
    }

    private int newPlace() {
        rows++;
        if (free != NOWHERE) {
            int place = free;
            free = next[place];
            return place;
        }
        if (places == from.length) {
            resize(places + places / 2);
        }
        return places++;
    }

    private void freeAll(int first) {
        for (int place = first; place != NOWHERE; ) {
            int following = next[place];
            until[place] = Span.BEGINNING;
            knownUntil[place] = Long.MIN_VALUE;
            next[place] = free;
            free = place;
            rows--;
            place = following;
        }
    }

    private void makeRoomFor(int subject) {
        if (subject >= firstOf.length) {
            int before = firstOf.length;
            firstOf = Arrays.copyOf(firstOf, Math.max(AT_FIRST, subject + subject / 2 + 1));
            Arrays.fill(firstOf, before, firstOf.length, NOWHERE);
        }
    }

    private void resize(int length) {
        subjects = Arrays.copyOf(subjects, length);
        from = Arrays.copyOf(from, length);
        until = Arrays.copyOf(until, length);
        knownFrom = Arrays.copyOf(knownFrom, length);
        knownUntil = Arrays.copyOf(knownUntil, length);
        next = Arrays.copyOf(next, length);
        grow(length);
    }

    /** Calls {@link #grow} for the first rows; the last thing that a constructor does. */
    protected final void begin() {
        grow(AT_FIRST);
    }
}
