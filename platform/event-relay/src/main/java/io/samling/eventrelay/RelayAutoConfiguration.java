package io.samling.eventrelay;

import io.samling.eventstore.LogIdentity;
import java.time.Clock;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service that has a {@link Translation} its relay and the relay's health. */
@AutoConfiguration
@ConditionalOnBean(Translation.class)
@EnableConfigurationProperties({RelayProperties.class, BrokerProperties.class})
class RelayAutoConfiguration {

    @Bean
    Relay relay(
            LogIdentity log,
            EventStore events,
            TokenStore tokens,
            Translation translation,
            ObjectProvider<Clock> clock,
            BrokerProperties broker,
            RelayProperties properties) {
        return new Relay(
                RelayParts.of(
                        log.service(),
                        new AxonLog(log.logId(), events),
                        new TokenStoreClaim(tokens, log.logId()),
                        translation,
                        broker.bootstrap(),
                        clock.getIfAvailable(Clock::systemUTC),
                        properties));
    }

    @Bean
    RelayHealth relayHealthIndicator(Relay relay) {
        return new RelayHealth(relay);
    }
}
