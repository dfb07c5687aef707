package io.samling.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one stream. It asks for narrow ranges of sequence numbers, for a server sorts
 * all that it finds in a range.
 */
public final class StreamReader {

    private static final long PAGE = 500;
    private static final long NEAR = 8;

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
        var end = from + PAGE;
        var page = reader.ofStream(stream, from, end);
        if (from > 0 && !startsAt(page, stream, from)) {
            add(events, containing(stream, from), stream, from);
        }
        add(events, page, stream, from);
        addFollowing(events, stream, end);
        return events;
    }

    /**
     * All events of a stream from a sequence number on with which a commit begins, where any does,
     * as after a state that was made of whole commits: none has to be looked for that holds it.
     */
    public List<StoredEvent> readAfterCommit(String stream, long from) {
        var page = reader.ofStream(stream, from, from + PAGE);
        if (!page.isEmpty() && !startsAt(page, stream, from)) {
            return read(stream, from);
        }
        var events = new ArrayList<StoredEvent>();
        add(events, page, stream, from);
        addFollowing(events, stream, from + PAGE);
        return events;
    }

    private void addFollowing(List<StoredEvent> events, String stream, long pageEnd) {
        var end = pageEnd;
        // the next commit starts right after the last event, so it lies in the page or there is
        // none
        while (!events.isEmpty() && events.getLast().sequence() + 1 >= end) {
            var next = events.getLast().sequence() + 1;
            end = next + PAGE;
            add(events, reader.ofStream(stream, next, end), stream, next);
        }
    }

    /** All events of a stream that has fewer than so many; null where it has more. */
    public @Nullable List<StoredEvent> readShort(String stream, int fewerThan) {
        var events = new ArrayList<StoredEvent>();
        add(events, reader.ofStream(stream, 0, fewerThan), stream, 0);
        return events.size() < fewerThan ? events : null;
    }

    /** The sequence number of a stream's last event, if it has any. */
    public Optional<Long> lastSequence(String stream) {
        var newest = reader.newestOfStream(stream, 0, Long.MAX_VALUE);
        return newest == null ? Optional.empty() : Optional.of(partOf(newest, stream).last());
    }

    private static boolean startsAt(List<StoredCommit> page, String stream, long from) {
        return !page.isEmpty() && partOf(page.getFirst().head(), stream).first() == from;
    }

    private static StreamPart partOf(CommitHead commit, String stream) {
        for (var part : commit.streams()) {
            if (part.id().equals(stream)) {
                return part;
            }
        }
        throw new LogBroken("The commit at " + commit.position() + " adds nothing to " + stream);
    }

    /** The commit that holds a sequence number, but does not start with it. */
    private List<StoredCommit> containing(String stream, long sequence) {
        var before = lastBefore(stream, sequence);
        if (before == null || partOf(before, stream).last() < sequence) {
            return List.of();
        }
        var whole = reader.at(before.position());
        return whole == null ? List.of() : List.of(whole);
    }

    /** Looks close by first, then further and further back. */
    private @Nullable CommitHead lastBefore(String stream, long sequence) {
        var before = sequence;
        for (var width = NEAR; before > 0; width *= NEAR) {
            var from = Math.max(0, before - width);
            var found = reader.newestOfStream(stream, from, before);
            if (found != null) {
                return found;
            }
            before = from;
        }
        return null;
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
                    "The stream %s lacks events before %d (position %d)"
                            .formatted(next.stream(), next.sequence(), next.position()));
        }
    }
}
