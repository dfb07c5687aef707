package io.samling.eventfeed;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Begins each partition that a keeper is given where the last one to keep it stopped. */
final class FromWhereItIsKept implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final Keeping keeping;

    FromWhereItIsKept(Consumer<byte[], byte[]> consumer, Keeping keeping) {
        this.consumer = consumer;
        this.keeping = keeping;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var kept = keeping.takeUp();
        partitions.forEach(partition -> consumer.seek(partition, kept.getOrDefault(partition, 0L)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // all that was read is kept, and who gets them begins where it was derived as well
    }
}
