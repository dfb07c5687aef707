package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.Views;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Origin;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

class ViewsTest {

    static final List<String> ALL = List.of("0 Founded", "1 Founded", "2 Visited");

    @TempDir Path data;
    final String database = TestServers.database();

    @SuppressWarnings("NullAway.Init") // started before each test
    ConfigurableApplicationContext service;

    @BeforeEach
    void remember_something() {
        service = start();
        send(new Club.Found("club-a", "1"));
        send(new Club.Found("club-b", "2"));
        send(new Club.Visit("club-b", "Ada"));
        awaitAllHeard();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void begin_anew_when_they_are_told_to() {
        service.getBean(ClubVisits.class).heard.addFirst("what a fault has made of it");

        views().rebuild();

        awaitAllHeard();
        assertThat(heard()).doesNotContain("what a fault has made of it");
    }

    @Test
    void of_another_log_stand_still_and_say_so_until_they_are_built_anew() {
        service.close();
        giveTheLogANewId();
        service = start();

        await().untilAsserted(
                        () ->
                                assertThat(views().standings())
                                        .singleElement()
                                        .extracting(Views.Standing::reason)
                                        .asString()
                                        .contains("./samling rebuild --service club"));
        assertThat(heard()).isEmpty();

        views().rebuild();
        awaitAllHeard();
        await().untilAsserted(
                        () ->
                                assertThat(views().standings())
                                        .singleElement()
                                        .returns(null, Views.Standing::reason)
                                        .returns(2L, Views.Standing::position));
    }

    private void giveTheLogANewId() {
        try (var client = MongoClients.create(TestServers.mongodb())) {
            var newId = Updates.set("logId", "0b55e8d4");
            var identity = Filters.eq("_id", "identity");
            client.getDatabase(database).getCollection("log").updateOne(identity, newId);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--samling.mongodb.uri=" + TestServers.mongodb(),
                        "--samling.data=" + data,
                        "--test.database=" + database);
    }

    private void send(Object command) {
        service.getBean(Commands.class).send(command, new Origin("actor", "request", null, null));
    }

    private Views views() {
        return service.getBean(Views.class);
    }

    private List<String> heard() {
        return service.getBean(ClubVisits.class).heard;
    }

    private void awaitAllHeard() {
        await().untilAsserted(() -> assertThat(heard()).containsAll(ALL));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class);
        }

        @Bean
        MongoDatabase database(MongoClient client, @Value("${test.database}") String name) {
            return client.getDatabase(name);
        }

        @Bean
        @Scope("prototype")
        Club club() {
            return new Club();
        }

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
