package io.samling.localstack.mongodb;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way through a collection that may be left and taken up again after the data has changed. */
sealed interface Walk {

    /** The next document, or null at the end. */
    @Nullable StoredDocument next();

    /** Lets go of the data; the next step finds its place again by the last key. */
    void pause();

    /** Along stretches of an index. */
    final class ByIndex implements Walk {

        private final OrderedIndex index;
        private final List<Interval> intervals;
        private final boolean forwards;
        private final Set<Long> seen = new HashSet<>();
        private int at;
        private byte @Nullable [] last;
        private @Nullable Iterator<Map.Entry<byte[], StoredDocument>> entries;

        ByIndex(OrderedIndex index, List<Interval> intervals, boolean forwards) {
            this.index = index;
            this.intervals = intervals;
            this.forwards = forwards;
        }

        @Override
        public @Nullable StoredDocument next() {
            while (at < intervals.size()) {
                var current = entries == null ? open() : entries;
                entries = current;
                while (current.hasNext()) {
                    var entry = current.next();
                    last = entry.getKey();
                    if (!index.multikey() || seen.add(entry.getValue().place())) {
                        return entry.getValue();
                    }
                }
                at++;
                pause();
                last = null;
            }
            return null;
        }

        @Override
        public void pause() {
            entries = null;
        }

        private Iterator<Map.Entry<byte[], StoredDocument>> open() {
            var interval = intervals.get(forwards ? at : intervals.size() - 1 - at);
            if (last == null) {
                return index.walk(interval.from(), interval.to(), forwards);
            }
            return forwards
                    ? index.walk(justAfter(last), interval.to(), true)
                    : index.walk(interval.from(), last, false);
        }

        private static byte[] justAfter(byte[] key) {
            return Arrays.copyOf(key, key.length + 1);
        }
    }

    /** In the order of insertion. */
    final class ByPlace implements Walk {

        private final StoredCollection collection;
        private long last = -1;
        private @Nullable Iterator<StoredDocument> documents;

        ByPlace(StoredCollection collection) {
            this.collection = collection;
        }

        @Override
        public @Nullable StoredDocument next() {
            var current = documents;
            if (current == null) {
                current = collection.documents().tailMap(last, false).values().iterator();
                documents = current;
            }
            if (!current.hasNext()) {
                return null;
            }
            var stored = current.next();
            last = stored.place();
            return stored;
        }

        @Override
        public void pause() {
            documents = null;
        }
    }
}
