package io.samling.eventfeed;

import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Begins each partition that a keeper is given where the last one to keep it stopped. */
final class FromWhereItIsKept implements ConsumerRebalanceListener {

    private final Intake intake;
    private final Keeping keeping;

    FromWhereItIsKept(Intake intake, Keeping keeping) {
        this.intake = intake;
        this.keeping = keeping;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        intake.begin(partitions, keeping.takeUp(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // all that was read is kept, and who gets them begins where it was derived as well
    }
}
