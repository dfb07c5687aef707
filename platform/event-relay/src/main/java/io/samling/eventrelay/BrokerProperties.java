package io.samling.eventrelay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Kafka is.
 *
 * @param bootstrap one or several brokers, as {@code host:port} joined by commas
 */
@ConfigurationProperties("samling.kafka")
record BrokerProperties(@DefaultValue("127.0.0.1:9192") String bootstrap) {

    BrokerProperties {
        if (bootstrap.isBlank()) {
            throw new IllegalArgumentException("samling.kafka: bootstrap names a broker");
        }
    }
}
