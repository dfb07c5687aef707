package io.samling.eventstore.log;

import java.time.Duration;

/**
 * How much an appender takes on.
 *
 * @param patience how long a caller waits for an outcome; also the append limit, past which a
 *     commit's time is raised to now
 * @param queue how many commits may wait
 */
public record AppendLimits(Duration patience, int queue) {

    /** How many documents one batch holds at most, so that the driver never splits it. */
    static final int BATCH_DOCUMENTS = 500;

    /** How many bytes one batch holds at most, about. */
    static final int BATCH_BYTES = CommitDocument.LARGEST;

    /** What a service uses. */
    public static final AppendLimits USUAL = new AppendLimits(Duration.ofSeconds(10), 2000);
}
