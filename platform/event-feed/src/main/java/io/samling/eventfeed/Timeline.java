package io.samling.eventfeed;

import java.time.Instant;
import java.util.Arrays;

/**
 * When each position of a log was recorded, as far as its facts tell. Recorded time never runs
 * backwards along a log, so "the last position recorded by a moment" is a binary search, and
 * positions and times may be sorted each by itself.
 */
final class Timeline {

    private long[] positions = new long[64];
    private long[] times = new long[64];
    private int size;
    private int settled;

    /** Takes in a place; known ones again do no harm. */
    void add(long position, long nanos) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, size + (size >> 1));
            times = Arrays.copyOf(times, size + (size >> 1));
        }
        positions[size] = position;
        times[size] = nanos;
        size++;
    }

    /** Puts what was added into its place; needed before it is asked for. */
    void settle() {
        if (settled == size) {
            return;
        }
        int from = firstToMove();
        Arrays.sort(positions, from, size);
        Arrays.sort(times, from, size);
        size = dropRepeats(from);
        settled = size;
    }

    /** The last position recorded by then; -1 where there is none. */
    long lastBy(Instant moment) {
        long nanos = nanos(moment);
        int low = 0;
        int high = settled;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? -1 : positions[low - 1];
    }

    private int firstToMove() {
        long lowest = Long.MAX_VALUE;
        for (int place = settled; place < size; place++) {
            lowest = Math.min(lowest, positions[place]);
        }
        int found = Arrays.binarySearch(positions, 0, settled, lowest);
        return found < 0 ? -found - 1 : found;
    }

    private int dropRepeats(int from) {
        int kept = from;
        for (int place = from; place < size; place++) {
            if (kept == 0 || positions[kept - 1] != positions[place]) {
                positions[kept] = positions[place];
                times[kept++] = times[place];
            }
        }
        return kept;
    }

    /** A moment as the timeline has it: good until the year 2262. */
    static long nanos(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
    }
}
