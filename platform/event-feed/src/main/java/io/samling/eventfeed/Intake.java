package io.samling.eventfeed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Takes in what one consumer reads: keeps it, derives from it, and stores how far it has come. */
final class Intake {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Far behind, how far all is kept is stored no more often: what is to do goes on meanwhile. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Subjects that wait to be derived: with more than these, they are derived all the same. */
    private static final int MOST = 200_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Families families;
    private final Keeping keeping;
    private final Focus focus;
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    /** Derived as far as this, or about to be; not yet stored. */
    private final Map<TopicPartition, Long> unsettled = new HashMap<>();

    private long lastSettled = System.nanoTime();
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
        if (focus.goesOn() && keeping.underived() < MOST) {
            return Map.of();
        }
        derive();
        boolean due = System.nanoTime() - lastSettled >= SETTLE_NANOS;
        return due || focus.isOnAll() ? settle() : Map.of();
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
        return reached.isEmpty() && unsettled.isEmpty() && focus.isOnAll();
    }

    private void derive() {
        if (!reached.isEmpty()) {
            keeping.derive();
            unsettled.putAll(reached);
            reached.clear();
        }
        focus.next();
    }

    private Map<TopicPartition, Long> settle() {
        lastSettled = System.nanoTime();
        Map<TopicPartition, Long> settled = Map.copyOf(unsettled);
        if (!settled.isEmpty()) {
            keeping.settle(settled);
            unsettled.clear();
        }
        return settled;
    }
}
