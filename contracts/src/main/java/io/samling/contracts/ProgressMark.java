package io.samling.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a service's log has been told on Kafka. Published with each batch of facts, in the same
 * transaction, and each second when there is nothing to tell; the key is the service's name. The
 * shape is for keeps.
 *
 * @param service whose log
 * @param logId the log's id; a new one means that readers start anew
 * @param position every event up to here has been told; -1 for none. It never falls for a log
 * @param completeUntil no event recorded at or before this moment is missing
 * @param offsets for every topic, by partition, the offset after its last fact, 0 if it has none. A
 *     consumer whose position has reached it (transaction markers count too) has all facts
 */
public record ProgressMark(
        String service,
        String logId,
        long position,
        Instant completeUntil,
        Map<String, List<Long>> offsets) {

    public ProgressMark {
        offsets = Map.copyOf(offsets);
    }

    /** The place in the log that has been reached. */
    public LogPosition logPosition() {
        return new LogPosition(service, logId, position);
    }
}
