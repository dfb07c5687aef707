package io.samling.eventfeed;

import io.samling.contracts.Envelope;
import java.time.Instant;
import java.util.Comparator;

/**
 * A fact as it came, read only as far as its envelope.
 *
 * @param service whose log told it, such as {@code member}
 * @param logId of that log
 * @param position of the event in the log
 * @param ordinal among the facts that the same event tells, from 0
 * @param topic it came on
 * @param type its {@code ce_type}
 * @param subject the id of what it is about
 * @param recorded when the service recorded the event
 * @param body JSON, unread
 */
public record KeptFact(
        String service,
        String logId,
        long position,
        int ordinal,
        String topic,
        String type,
        String subject,
        Instant recorded,
        String body)
        implements Comparable<KeptFact> {

    private static final Comparator<KeptFact> AS_IN_THE_LOG =
            Comparator.comparingLong(KeptFact::position).thenComparingInt(KeptFact::ordinal);

    /** Its identity: the same however often it is delivered, and from whichever broker. */
    public String id() {
        return Envelope.id(logId, position, ordinal);
    }

    /** The order in which facts of one log happened. */
    @Override
    public int compareTo(KeptFact other) {
        return AS_IN_THE_LOG.compare(this, other);
    }
}
