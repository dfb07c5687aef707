package io.samling.eventfeed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Far behind, partitions are read one after another: the facts of a subject all lie in one, so that
 * it is derived once, from what is still in memory.
 */
final class Focus {

    /** Records that wait to be read: with more than these, one partition is read at a time. */
    private static final long FAR_BEHIND = 5_000;

    private final Consumer<byte[], byte[]> consumer;
    private Map<TopicPartition, Long> ends = Map.of();
    private @Nullable TopicPartition on;

    Focus(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Looks anew how much there is to read, as after other partitions were given. */
    void look() {
        ends = consumer.endOffsets(consumer.assignment());
        choose();
    }

    /** Whether there is more to read before it makes sense to derive. */
    boolean goesOn() {
        return on != null && consumer.assignment().contains(on) && behind(on) > 0;
    }

    /** Whether no partition waits for another. */
    boolean isOnAll() {
        return on == null && lag() <= FAR_BEHIND;
    }

    /** Goes on to the next partition; near the end to all of them. */
    void next() {
        if (on != null) {
            choose();
        } else if (lag() > FAR_BEHIND) {
            look();
        }
    }

    /** About how many records are to be read, control records among them. */
    long behind() {
        return Math.max(sinceLooked(), lag());
    }

    private void choose() {
        Collection<TopicPartition> assigned = consumer.assignment();
        TopicPartition most = null;
        for (var partition : assigned) {
            if (most == null || behind(partition) > behind(most)) {
                most = partition;
            }
        }
        consumer.resume(assigned);
        on = sinceLooked() > FAR_BEHIND ? most : null;
        if (on != null) {
            List<TopicPartition> others = new ArrayList<>(assigned);
            others.remove(on);
            consumer.pause(others);
        }
    }

    /** What there was to read when it was last looked and was not read since. */
    private long sinceLooked() {
        return consumer.assignment().stream().mapToLong(this::behind).sum();
    }

    private long behind(TopicPartition partition) {
        var end = ends.get(partition);
        return end == null ? 0 : Math.max(0, end - consumer.position(partition));
    }

    private long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }
}
