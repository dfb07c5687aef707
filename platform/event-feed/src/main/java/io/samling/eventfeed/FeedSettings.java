package io.samling.eventfeed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the feed needs to know.
 *
 * @param database where it keeps and derives
 * @param group the consumer group whose members keep, each some of the partitions
 * @param ahead how many facts memory may be ahead of what is kept
 * @param batch how many records are taken at once
 */
@ConfigurationProperties("samling.feed")
public record FeedSettings(
        @DefaultValue("samling_reporting") String database,
        @DefaultValue("samling-reporting") String group,
        @DefaultValue("20000") int ahead,
        @DefaultValue("2000") int batch) {

    public FeedSettings {
        if (ahead < 1 || batch < 1) {
            throw new IllegalArgumentException("samling.feed.ahead and .batch are at least 1");
        }
    }
}
