package io.samling.eventfeed;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject as derived from all facts kept for it.
 *
 * @param told the places of the facts it was derived from, parked ones included
 * @param readable how many facts were taken in; the rest is parked
 * @param parked why, where facts are parked
 */
record Derived<V>(List<Row<V>> rows, List<Told> told, int readable, @Nullable Parked parked) {

    /** How many facts wait for a repair. */
    int parkedFacts() {
        return told.size() - readable;
    }

    /** One fact's place and the time it was recorded. */
    record Told(long position, long recordedNanos) {}

    /**
     * Why facts are parked.
     *
     * @param position of the first of them
     * @param place of what cannot be read: a fact's id, or where a record lies that is no fact
     */
    record Parked(long position, String place, String reason) implements Comparable<Parked> {

        private static final Comparator<Parked> AS_IN_THE_LOG =
                Comparator.comparingLong(Parked::position).thenComparing(Parked::place);

        static Parked earlier(Parked one, Parked other) {
            return one.compareTo(other) <= 0 ? one : other;
        }

        @Override
        public int compareTo(Parked other) {
            return AS_IN_THE_LOG.compare(this, other);
        }
    }
}
