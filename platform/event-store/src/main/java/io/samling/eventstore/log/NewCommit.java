package io.samling.eventstore.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events that are recorded together or not at all, before they have a position.
 *
 * @param id of the commit, random; by it a writer knows its own again
 * @param callersWait of the caller who wants it recorded
 * @param once the idempotency key that it uses up
 * @param claims as the log keeps them: {@code <what>:<value>:<generation>}, with {@code :free} at
 *     the end where the value is given up
 * @param streams what it adds to each stream
 * @param events at least one
 */
public record NewCommit(
        String id,
        CallersWait callersWait,
        @Nullable OnceKey once,
        List<String> claims,
        List<StreamPart> streams,
        List<NewEvent> events) {

    public NewCommit {
        claims = List.copyOf(claims);
        streams = List.copyOf(streams);
        events = List.copyOf(events);
    }

    /**
     * A commit of these events.
     *
     * @throws AppendRefused where the events contradict one another, which the server would not
     *     see: a unique index does not compare a document with itself
     */
    public static NewCommit of(List<NewEvent> events, List<String> claims, @Nullable OnceKey once) {
        return of(events, claims, once, CallersWait.begin());
    }

    static NewCommit of(
            List<NewEvent> events,
            List<String> claims,
            @Nullable OnceKey once,
            CallersWait callersWait) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A commit has at least one event");
        }
        refuseDuplicateIds(events);
        return new NewCommit(
                UUID.randomUUID().toString(), callersWait, once, claims, streamsOf(events), events);
    }

    NewCommit claiming(List<String> otherClaims) {
        return new NewCommit(id, callersWait, once, otherClaims, streams, events);
    }

    NewCommit withId(String otherId) {
        return new NewCommit(otherId, callersWait, once, claims, streams, events);
    }

    /** The recorded time of each event: never before that of another, nor before a floor. */
    long[] timesFrom(long floor) {
        var times = new long[events.size()];
        var time = floor;
        for (var index = 0; index < times.length; index++) {
            time = Math.max(time, events.get(index).earliest());
            times[index] = time;
        }
        return times;
    }

    int roughSize() {
        var size = 500 + 100 * claims.size();
        for (var event : events) {
            size += event.roughSize();
        }
        return size;
    }

    private static void refuseDuplicateIds(List<NewEvent> events) {
        var ids = new HashSet<String>();
        for (var event : events) {
            if (!ids.add(event.id())) {
                throw new AppendRefused.StreamMoved(event.stream(), event.sequence());
            }
        }
    }

    private static List<StreamPart> streamsOf(List<NewEvent> events) {
        var parts = new LinkedHashMap<String, StreamPart>();
        for (var event : events) {
            var before = parts.get(event.stream());
            if (before == null) {
                parts.put(event.stream(), new StreamPart(event.stream(), event.sequence(), 1));
            } else if (event.sequence() == before.last() + 1) {
                parts.put(
                        event.stream(),
                        new StreamPart(before.id(), before.first(), before.count() + 1));
            } else {
                throw new AppendRefused.StreamMoved(event.stream(), event.sequence());
            }
        }
        return new ArrayList<>(parts.values());
    }
}
