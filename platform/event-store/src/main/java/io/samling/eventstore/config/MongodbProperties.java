package io.samling.eventstore.config;

import com.mongodb.ConnectionString;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which MongoDB holds the service's data.
 *
 * @param uri a connection string; the stand-in of the local stack unless told otherwise
 */
@ConfigurationProperties("samling.mongodb")
public record MongodbProperties(
        @DefaultValue("mongodb://127.0.0.1:27117/?directConnection=true") ConnectionString uri) {}
