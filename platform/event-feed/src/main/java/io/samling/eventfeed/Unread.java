package io.samling.eventfeed;

/**
 * What could not be read, without its contents, which may be anything.
 *
 * @param topic it came on
 * @param place a fact's id; topic, partition and offset of a record that is no fact
 * @param facts how many wait for its repair and do not count: itself and the later ones of its
 *     subject
 */
public record Unread(String topic, String place, String reason, int facts) {}
