package io.samling.eventrelay;

import io.samling.eventrelay.RelayedLog.Recorded;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An event in the words of the contract.
 *
 * @param facts what it tells, in order; empty where that is nothing
 */
record Telling(long position, Instant at, List<ProducerRecord<String, byte[]>> facts) {

    /**
     * Puts an event into words.
     *
     * @throws RelayFault.Obstacle where that cannot be done
     */
    static Telling of(Recorded recorded, FactRecords facts) {
        try {
            var at = recorded.message().getTimestamp();
            return new Telling(recorded.position(), at, facts.of(recorded));
        } catch (RuntimeException untold) {
            throw new RelayFault.Obstacle(recorded.position(), untold);
        }
    }
}
