package io.samling.eventstore;

/**
 * How a processing group reads the log. Every group has one, as a bean: a group without is refused
 * at start, for Axon's defaults log a failure and skip the event.
 *
 * <p>All groups propagate errors: the group stands still at the event, with position and reason in
 * its health, and goes on when the event can be handled.
 *
 * @param group the name given by {@code @ProcessingGroup}
 * @param start where a group without a token begins
 * @param batchSize how many events are handled before the token is stored
 * @param segments how many threads share the work; 1 keeps the order of the log
 */
public record ProcessingGroupPlan(String group, Start start, int batchSize, int segments) {

    /**
     * As many as are worth the four writes and reads of a batch, and half of what Axon has in hand,
     * so that the next ones are read meanwhile.
     */
    private static final int BATCH = 500;

    /** A view of this service: from the first event, in the order of the log. */
    public static ProcessingGroupPlan view(String group) {
        return new ProcessingGroupPlan(group, Start.FIRST_EVENT, BATCH, 1);
    }

    /** Where a group without a token begins. */
    public enum Start {
        /** At position 0, as ordinary reading and not as a replay. */
        FIRST_EVENT,
        /** After what is in the log at that moment. */
        NEXT_EVENT
    }
}
