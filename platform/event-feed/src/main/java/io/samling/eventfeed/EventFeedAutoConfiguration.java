package io.samling.eventfeed;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service the feed of the families that it has beans of. */
@AutoConfiguration
@EnableConfigurationProperties(FeedSettings.class)
public class EventFeedAutoConfiguration {

    @Bean
    FeedEngine feedEngine(
            List<? extends Family<?, ?, ?>> families,
            FeedSettings settings,
            JsonMapper json,
            Clock clock,
            @Value("${samling.mongodb.uri:mongodb://127.0.0.1:27117/?directConnection=true}")
                    String mongodb,
            @Value("${samling.kafka.bootstrap:127.0.0.1:9192}") String kafka) {
        return new FeedEngine(families, new Servers(mongodb, kafka), settings, json, clock);
    }

    @Bean
    Feed feed(FeedEngine engine) {
        return engine.feed();
    }

    @Bean
    FeedHealth feedHealthIndicator(FeedEngine engine, Clock clock) {
        return new FeedHealth(engine, clock);
    }

    @Bean
    FeedMetrics feedMetrics(FeedEngine engine, Clock clock) {
        return new FeedMetrics(engine, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
