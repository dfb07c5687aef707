package io.samling.eventstore.config;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Origin;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** A service on the store that a test puts together of parts, stops, and starts with others. */
final class ClubService implements AutoCloseable {

    private final String database = TestServers.database();
    private final Path data;
    private final List<String> settings;
    private @Nullable ConfigurableApplicationContext context;

    ClubService(Path data, String... settings) {
        this.data = data;
        this.settings = List.of(settings);
    }

    void start(Class<?>... parts) {
        var own =
                Stream.of(
                        "--samling.mongodb.uri=" + TestServers.mongodb(),
                        "--samling.data=" + data,
                        "--test.database=" + database);
        context =
                new SpringApplicationBuilder(Store.class, Clubs.class, Visits.class)
                        .sources(parts)
                        .web(WebApplicationType.NONE)
                        .run(Stream.concat(own, settings.stream()).toArray(String[]::new));
    }

    String database() {
        return database;
    }

    ConfigurableApplicationContext context() {
        if (context == null) {
            throw new IllegalStateException("The service has not been started.");
        }
        return context;
    }

    <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    void send(Object command) {
        bean(Commands.class).send(command, new Origin("actor", "request", null, null));
    }

    List<String> heard() {
        return bean(ClubVisits.class).heard;
    }

    @Override
    public void close() {
        context().close();
    }

    /** The store itself. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Store {

        @Bean
        MongoDatabase database(MongoClient client, @Value("${test.database}") String name) {
            return client.getDatabase(name);
        }
    }

    /** What decides. */
    @Configuration(proxyBeanMethods = false)
    static class Clubs {

        @Bean
        @Scope("prototype")
        Club club() {
            return new Club();
        }
    }

    /** What is remembered. */
    @Configuration(proxyBeanMethods = false)
    static class Words {

        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class);
        }
    }

    /** What shows. */
    @Configuration(proxyBeanMethods = false)
    static class Visits {

        @Bean
        ClubVisits visits() {
            return new ClubVisits();
        }

        @Bean
        ProcessingGroupPlan visitsPlan() {
            return ProcessingGroupPlan.view("visits");
        }
    }
}
