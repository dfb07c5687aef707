package io.samling.eventfeed;

import io.samling.contracts.ProgressMark;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds the newest progress mark of a log without reading the topic through. */
final class NewestMark {

    private static final long FIRST_LOOK_BACK = 200;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition progress;
    private final MarkReader reader;

    NewestMark(Consumer<byte[], byte[]> consumer, TopicPartition progress, MarkReader reader) {
        this.consumer = consumer;
        this.progress = progress;
        this.reader = reader;
    }

    /**
     * Waits until there is a mark and answers the newest; the consumer stands after it then.
     *
     * @param enough asked now and then whether to give up
     * @return null where it was given up
     */
    @Nullable ProgressMark await(BooleanSupplier enough) {
        consumer.assign(List.of(progress));
        long end = consumer.endOffsets(List.of(progress)).getOrDefault(progress, 0L);
        long back = FIRST_LOOK_BACK;
        for (; ; back *= 100) {
            long from = Math.max(0, end - back);
            var newest = newestFrom(from, end, enough);
            if (newest != null || enough.getAsBoolean()) {
                return newest;
            }
            if (from == 0) {
                return first(enough);
            }
        }
    }

    private @Nullable ProgressMark newestFrom(long from, long end, BooleanSupplier enough) {
        consumer.seek(progress, from);
        ProgressMark newest = null;
        while (consumer.position(progress) < end && !enough.getAsBoolean()) {
            newest = read(newest);
        }
        return newest;
    }

    private @Nullable ProgressMark first(BooleanSupplier enough) {
        ProgressMark first = null;
        while (first == null && !enough.getAsBoolean()) {
            first = read(null);
        }
        return first;
    }

    private @Nullable ProgressMark read(@Nullable ProgressMark before) {
        var newest = before;
        for (var record : consumer.poll(POLL)) {
            var mark = reader.read(record);
            newest = mark == null ? newest : mark;
        }
        return newest;
    }
}
