package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record that is no fact.
 *
 * @param subject whose later facts are parked with it, as far as can be told
 */
record NoFact(TopicPartition partition, long offset, String subject, Parked parked) {

    /**
     * One that was read.
     *
     * @param after the position of its subject's last fact before it
     */
    static NoFact of(ConsumerRecord<byte[], byte[]> record, long after, String reason) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var subject = RecordReader.subjectOf(record);
        return of(partition, record.offset(), subject, after, reason);
    }

    static NoFact of(
            TopicPartition partition, long offset, String subject, long after, String reason) {
        var place = partition.topic() + "/" + partition.partition() + "/" + offset;
        return new NoFact(partition, offset, subject, new Parked(after + 1, place, reason));
    }
}
