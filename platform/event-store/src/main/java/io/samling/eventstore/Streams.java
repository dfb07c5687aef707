package io.samling.eventstore;

/** What is in the log, asked by the id of a stream. */
@FunctionalInterface
public interface Streams {

    /**
     * Whether anything was ever recorded in this stream.
     *
     * @param streamId with its kind, such as {@code member-<uuid>}
     */
    boolean exists(String streamId);
}
