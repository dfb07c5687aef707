package io.samling.eventstore.log;

import org.jspecify.annotations.Nullable;

/**
 * One event as it lies in the log.
 *
 * @param position its place in the log, from 0, without gaps
 * @param id the event's own
 * @param stream which it belongs to
 * @param sequence its place in that stream, from 0
 * @param aggregate the kind of aggregate; null for an event of no aggregate
 * @param name the name it is stored under
 * @param revision of the payload's shape; null for the first
 * @param at when it was recorded, in milliseconds; never earlier than its predecessor
 * @param payload as JSON
 * @param metadata as JSON
 */
public record StoredEvent(
        long position,
        String id,
        String stream,
        long sequence,
        @Nullable String aggregate,
        String name,
        @Nullable String revision,
        long at,
        String payload,
        String metadata) {}
