package io.samling.eventrelay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param batchSize how many events are told in one transaction at the most
 * @param markEvery how often a progress mark is published when there is nothing to tell
 * @param retryFirst how long to wait after a first failure; it doubles with each further one
 * @param retryMost how long to wait between attempts at the most
 * @param patience how long the broker may take for one answer
 */
@ConfigurationProperties("samling.relay")
public record RelayProperties(
        @DefaultValue("500") int batchSize,
        @DefaultValue("1s") Duration markEvery,
        @DefaultValue("100ms") Duration retryFirst,
        @DefaultValue("5s") Duration retryMost,
        @DefaultValue("15s") Duration patience) {

    public RelayProperties {
        require(batchSize >= 1 && batchSize <= 10_000, "batch-size lies between 1 and 10000");
        require(isPositive(markEvery), "mark-every is longer than nothing");
        require(isPositive(retryFirst), "retry-first is longer than nothing");
        require(retryMost.compareTo(retryFirst) >= 0, "retry-most is at least retry-first");
        require(patience.toMillis() >= 1000, "patience is at least a second");
    }

    private static boolean isPositive(Duration duration) {
        return duration.toMillis() > 0;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("samling.relay: " + rule);
        }
    }
}
