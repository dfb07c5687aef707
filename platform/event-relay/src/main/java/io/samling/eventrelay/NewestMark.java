package io.samling.eventrelay;

import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Finds the newest progress mark of a service on Kafka. */
final class NewestMark {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LAST_FEW = 200;

    private final TopicPartition progress;
    private final JsonMapper json;
    private final Duration patience;

    NewestMark(String service, JsonMapper json, Duration patience) {
        this.progress = new TopicPartition(Topics.progressOf(service), 0);
        this.json = json;
        this.patience = patience;
    }

    /**
     * The newest committed mark; null where there is none.
     *
     * @param consumer reads committed records only and belongs to no group
     */
    @Nullable ProgressMark read(Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(progress));
        var first = at(consumer.beginningOffsets(Set.of(progress)));
        var end = at(consumer.endOffsets(Set.of(progress)));
        var lately = Math.max(first, end - LAST_FEW);
        var newest = lastBetween(consumer, lately, end);
        return newest == null && lately > first ? lastBetween(consumer, first, end) : newest;
    }

    private @Nullable ProgressMark lastBetween(
            Consumer<String, byte[]> consumer, long from, long end) {
        byte @Nullable [] last = null;
        consumer.seek(progress, from);
        var waitedEnough = System.nanoTime() + patience.toNanos();
        while (consumer.position(progress) < end) {
            for (var record : consumer.poll(POLL).records(progress)) {
                last = record.value();
            }
            if (System.nanoTime() > waitedEnough) {
                throw new TimeoutException("The progress marks could not be read to their end");
            }
        }
        return last == null ? null : json.readValue(last, ProgressMark.class);
    }

    private long at(Map<TopicPartition, Long> offsets) {
        var offset = offsets.get(progress);
        return offset == null ? 0 : offset;
    }
}
