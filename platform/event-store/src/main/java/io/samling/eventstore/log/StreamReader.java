package io.samling.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the events of one stream. */
public final class StreamReader {

    private static final int PAGE = 500;

    private final LogReader reader;

    StreamReader(LogReader reader) {
        this.reader = reader;
    }

    /**
     * All events of a stream from a sequence number on, which may lie inside a commit.
     *
     * @throws LogBroken where one is missing between them
     */
    public List<StoredEvent> read(String stream, long from) {
        var events = new ArrayList<StoredEvent>();
        var page = reader.ofStream(stream, from, PAGE);
        if (from > 0 && !startsAt(page, stream, from)) {
            var around = reader.ofStreamUpTo(stream, from - 1);
            if (around != null) {
                add(events, List.of(around), stream, from);
            }
        }
        add(events, page, stream, from);
        while (page.size() == PAGE) {
            page = reader.ofStream(stream, events.getLast().sequence() + 1, PAGE);
            add(events, page, stream, from);
        }
        return events;
    }

    /** The sequence number of a stream's last event, if it has any. */
    public Optional<Long> lastSequence(String stream) {
        var newest = reader.ofStreamUpTo(stream, Long.MAX_VALUE);
        if (newest == null) {
            return Optional.empty();
        }
        return newest.head().streams().stream()
                .filter(part -> part.id().equals(stream))
                .map(StreamPart::last)
                .findFirst();
    }

    private static boolean startsAt(List<StoredCommit> page, String stream, long from) {
        return !page.isEmpty()
                && page.getFirst().head().streams().contains(partAt(page.getFirst(), stream, from));
    }

    private static StreamPart partAt(StoredCommit commit, String stream, long from) {
        for (var part : commit.head().streams()) {
            if (part.id().equals(stream) && part.first() == from) {
                return part;
            }
        }
        return new StreamPart(stream, from, -1);
    }

    private static void add(
            List<StoredEvent> events, List<StoredCommit> page, String stream, long from) {
        for (var commit : page) {
            for (var event : commit.events()) {
                if (event.stream().equals(stream) && event.sequence() >= from) {
                    requireNoGap(events, event);
                    events.add(event);
                }
            }
        }
    }

    private static void requireNoGap(List<StoredEvent> events, StoredEvent next) {
        if (!events.isEmpty() && next.sequence() != events.getLast().sequence() + 1) {
            throw new LogBroken(
                    "The stream "
                            + next.stream()
                            + " lacks events before "
                            + next.sequence()
                            + " (position "
                            + next.position()
                            + ")");
        }
    }
}
