package io.samling.eventstore.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way into the log.
 *
 * @param id the event's own, unique
 * @param stream which it belongs to
 * @param sequence its place in that stream, from 0
 * @param aggregate the kind of aggregate; null for an event of no aggregate
 * @param name the name it is stored under
 * @param revision of the payload's shape; null for the first
 * @param at when it happened
 * @param notBefore the time of what caused it, where that has one of its own
 * @param payload as JSON
 * @param metadata as JSON
 */
public record NewEvent(
        String id,
        String stream,
        long sequence,
        @Nullable String aggregate,
        String name,
        @Nullable String revision,
        Instant at,
        @Nullable Instant notBefore,
        String payload,
        String metadata) {

    /** Its own time, or that of its cause where that is later, in milliseconds. */
    long earliest() {
        var own = at.toEpochMilli();
        return notBefore == null ? own : Math.max(own, notBefore.toEpochMilli());
    }

    /** As it lies at a position of the log, recorded at a time. */
    StoredEvent storedAt(long position, long time) {
        return new StoredEvent(
                position, id, stream, sequence, aggregate, name, revision, time, payload, metadata);
    }

    /** About how much it takes in the log. */
    int roughSize() {
        return payload.length() + metadata.length() + 3 * stream.length() + 300;
    }
}
