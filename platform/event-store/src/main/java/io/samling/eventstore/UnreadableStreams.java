package io.samling.eventstore;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams on which nothing can be decided, for something was to be and met an event that this
 * code cannot read. A stream is no longer among them once it has been read.
 */
public final class UnreadableStreams {

    /** As many are kept; more would tell no more. */
    private static final int MOST = 100;

    private final Map<String, UnreadableEventMet> met = new ConcurrentHashMap<>();

    /** A stream holds an event that cannot be read. */
    public void met(String stream, UnreadableEventMet event) {
        if (met.size() < MOST || met.containsKey(stream)) {
            met.put(stream, event);
        }
    }

    /** All of a stream that was needed has been read. */
    public void read(String stream) {
        if (!met.isEmpty()) {
            met.remove(stream);
        }
    }

    /** What was met last in each, in the order of the log. */
    public List<UnreadableEventMet> all() {
        return met.values().stream()
                .sorted(Comparator.comparingLong(UnreadableEventMet::position))
                .toList();
    }
}
