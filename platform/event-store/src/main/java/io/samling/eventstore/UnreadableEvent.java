package io.samling.eventstore;

/**
 * Stands where an event was stored that this code cannot read: a name it does not know, a later
 * revision, or a payload of another shape. Whoever meets it stops until code comes that knows it.
 *
 * @param name that it is stored under
 * @param reason why it cannot be read; holds nothing of the payload
 */
public record UnreadableEvent(String name, String reason) {}
