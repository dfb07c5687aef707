package io.samling.eventrelay;

import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What the next progress mark says. Nothing in it ever falls for one log. */
final class NextMark {

    private NextMark() {}

    /** A log of which nothing has been told, on topics that hold no fact. */
    static ProgressMark ofNothing(String service, String logId) {
        Map<String, List<Long>> offsets = new TreeMap<>();
        for (var topic : Topics.factsOf(service)) {
            offsets.put(topic, Collections.nCopies(Topics.FACT_PARTITIONS, 0L));
        }
        return new ProgressMark(service, logId, -1, Instant.EPOCH, offsets);
    }

    /** A log of which nothing has been told, on topics that hold the facts of another. */
    static ProgressMark ofNothing(String service, String logId, ProgressMark ofAnotherLog) {
        var zeros = ofNothing(service, logId);
        Map<String, List<Long>> offsets = new TreeMap<>(zeros.offsets());
        offsets.putAll(ofAnotherLog.offsets());
        return new ProgressMark(service, logId, -1, Instant.EPOCH, offsets);
    }

    /**
     * The mark after a batch.
     *
     * @param position up to where the batch told
     * @param completeUntil up to when, as far as the batch shows
     * @param sent where its facts were put
     */
    static ProgressMark after(
            ProgressMark before, long position, Instant completeUntil, List<RecordMetadata> sent) {
        return new ProgressMark(
                before.service(),
                before.logId(),
                Math.max(before.position(), position),
                later(before.completeUntil(), completeUntil),
                grown(before.offsets(), sent));
    }

    /** A mark without those of its offsets that lie beyond the ends of the topics. */
    static ProgressMark within(Map<String, List<Long>> ends, ProgressMark mark) {
        Map<String, List<Long>> offsets = new TreeMap<>();
        mark.offsets()
                .forEach(
                        (topic, partitions) ->
                                offsets.put(
                                        topic,
                                        lower(partitions, ends.getOrDefault(topic, List.of()))));
        return new ProgressMark(
                mark.service(), mark.logId(), mark.position(), mark.completeUntil(), offsets);
    }

    private static List<Long> lower(List<Long> offsets, List<Long> ends) {
        List<Long> lower = new ArrayList<>(offsets);
        for (int partition = 0; partition < lower.size(); partition++) {
            var end = partition < ends.size() ? ends.get(partition) : 0;
            lower.set(partition, Math.min(offsets.get(partition), end));
        }
        return lower;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, List<Long>> grown(
            Map<String, List<Long>> before, List<RecordMetadata> sent) {
        Map<String, List<Long>> offsets = new TreeMap<>();
        before.forEach((topic, partitions) -> offsets.put(topic, new ArrayList<>(partitions)));
        for (var fact : sent) {
            var partitions = offsets.get(fact.topic());
            if (partitions == null) {
                throw new IllegalStateException(
                        "The topic " + fact.topic() + " is not one of " + offsets.keySet());
            }
            partitions.set(
                    fact.partition(),
                    Math.max(partitions.get(fact.partition()), fact.offset() + 1));
        }
        return offsets;
    }
}
