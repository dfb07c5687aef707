package io.samling.eventfeed;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A fact as it is kept: with the key of its subject, and where its record lies.
 *
 * @param partition -1 where it was not written down
 */
record KeptRecord(String key, KeptFact fact, int partition, long offset) {

    static KeptRecord of(Subject subject, KeptFact fact, ConsumerRecord<?, ?> record) {
        return new KeptRecord(subject.key(), fact, record.partition(), record.offset());
    }
}
