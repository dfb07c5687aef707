package io.samling.eventfeed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Facts that were read and may not be kept yet: what is derived for memory is derived from these
 * and the kept ones. Its size is the limit of how far reading may run ahead of keeping.
 */
final class Recent {

    private final Map<Subject, List<Read>> bySubject = new HashMap<>();
    private int size;

    void add(Subject subject, KeptFact fact, TopicPartition partition, long offset) {
        bySubject
                .computeIfAbsent(subject, _ -> new ArrayList<>())
                .add(new Read(fact, partition, offset));
        size++;
    }

    List<KeptFact> of(Subject subject) {
        return bySubject.getOrDefault(subject, List.of()).stream().map(Read::fact).toList();
    }

    /** Forgets what lies below these offsets, for it is kept. */
    void forget(Map<TopicPartition, Long> kept) {
        bySubject
                .values()
                .removeIf(
                        facts -> {
                            int before = facts.size();
                            facts.removeIf(read -> read.isBelow(kept));
                            size -= before - facts.size();
                            return facts.isEmpty();
                        });
    }

    int size() {
        return size;
    }

    private record Read(KeptFact fact, TopicPartition partition, long offset) {

        boolean isBelow(Map<TopicPartition, Long> kept) {
            return offset < kept.getOrDefault(partition, 0L);
        }
    }
}
