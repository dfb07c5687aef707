package io.samling.eventstore.log;

/**
 * What a commit adds to one stream.
 *
 * @param id of the stream
 * @param first sequence number that is added
 * @param count how many are added
 */
public record StreamPart(String id, long first, int count) {

    /** The last sequence number that is added. */
    public long last() {
        return first + count - 1;
    }
}
