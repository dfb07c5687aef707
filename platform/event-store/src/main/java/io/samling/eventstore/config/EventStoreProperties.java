package io.samling.eventstore.config;

import io.samling.eventstore.log.AppendLimits;
import io.samling.eventstore.log.LogOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service's log is used.
 *
 * @param data the folder that holds what an instance keeps for itself
 * @param eventStore how the log is opened
 */
@ConfigurationProperties("samling")
public record EventStoreProperties(
        @DefaultValue(".samling") Path data, @DefaultValue Store eventStore) {

    /**
     * How the log is opened.
     *
     * @param patience how long a caller waits for an outcome, at most a minute
     * @param queue how many commits may wait to be written
     * @param clockCheck whether writes are refused while the clocks of this machine and the
     *     database server differ; off where a story's clock is used
     * @param snapshotEvery how many events are replayed before a snapshot is made
     */
    public record Store(
            @DefaultValue("10s") Duration patience,
            @DefaultValue("2000") int queue,
            @DefaultValue("true") boolean clockCheck,
            @DefaultValue("50") int snapshotEvery) {

        public Store {
            if (patience.isNegative()
                    || patience.isZero()
                    || patience.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException(
                        "samling.event-store.patience is between 1ms and 1m, not " + patience);
            }
            if (queue < 1 || snapshotEvery < 1) {
                throw new IllegalArgumentException(
                        "samling.event-store.queue and snapshot-every are at least 1");
            }
        }

        LogOptions options() {
            return new LogOptions(new AppendLimits(patience, queue), clockCheck);
        }
    }
}
