package io.samling.eventfeed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Takes in what one consumer reads: keeps it, derives from it, and stores how far it has come. */
final class Intake {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Subjects that wait to be derived: with more than these, they are derived all the same. */
    private static final int MOST = 200_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Families families;
    private final Keeping keeping;
    private final Focus focus;
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private long read;

    Intake(Consumer<byte[], byte[]> consumer, Families families, Keeping keeping) {
        this.consumer = consumer;
        this.families = families;
        this.keeping = keeping;
        this.focus = new Focus(consumer);
    }

    /** Begins partitions that it was given where the last one to keep them stopped. */
    void begin(Iterable<TopicPartition> partitions, Map<TopicPartition, Long> kept) {
        partitions.forEach(partition -> consumer.seek(partition, kept.getOrDefault(partition, 0L)));
        focus.look();
    }

    /**
     * Reads once.
     *
     * @return how far all is kept and derived now, of the partitions that have moved; mostly none
     *     where there is much more to read
     */
    Map<TopicPartition, Long> step() {
        var records = consumer.poll(POLL);
        for (var partition : records.partitions()) {
            var family = Objects.requireNonNull(families.on(partition.topic()));
            keeping.keep(family, partition, records.records(partition));
            reached.put(partition, consumer.position(partition));
        }
        read += records.count();
        return focus.goesOn() && keeping.underived() < MOST ? Map.of() : settle();
    }

    /** How many records were read. */
    long read() {
        return read;
    }

    /** About how many records are still to be read. */
    long behind() {
        return focus.behind();
    }

    /** Whether all partitions are read at once, for there is not much more to come. */
    boolean isNearTheEnd() {
        return reached.isEmpty() && focus.isOnAll();
    }

    private Map<TopicPartition, Long> settle() {
        Map<TopicPartition, Long> settled = Map.copyOf(reached);
        if (!settled.isEmpty()) {
            keeping.derive();
            keeping.settle(settled);
            reached.clear();
        }
        focus.next();
        return settled;
    }
}
