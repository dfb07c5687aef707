package io.samling.eventrelay;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a consumer heard of a log each of whose events tells one fact. */
final class HeardFacts {

    private final BitSet positions = new BitSet();
    private final Map<String, String> newest = new HashMap<>();
    private long facts;
    private long twice;
    private long outOfOrder;

    void hear(ConsumerRecord<String, byte[]> fact) {
        facts++;
        var position = Integer.parseInt(Told.header(fact, "ce_position"));
        if (positions.get(position)) {
            twice++;
        }
        positions.set(position);
        var sequence = Told.header(fact, "ce_sequence");
        var before = newest.put(fact.key(), sequence);
        if (before != null && before.compareTo(sequence) >= 0) {
            outOfOrder++;
        }
    }

    long facts() {
        return facts;
    }

    long twice() {
        return twice;
    }

    long outOfOrder() {
        return outOfOrder;
    }

    /** How many of the log's first so many events were not heard of. */
    long missingOf(long written) {
        return written - positions.cardinality();
    }
}
