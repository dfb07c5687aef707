package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.UnreadableEventMet;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Once;
import io.samling.kernel.Commands.Origin;
import io.samling.kernel.StoredAs;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** An event is stored that the running code does not know, as after a step back to an older one. */
class UnreadableEventTest {

    static final String CLUB = "club-a";
    static final String NAME = "club.renamed-by-a-later-version";

    sealed interface LaterEvent {
        @StoredAs(NAME)
        record Renamed(String name) implements LaterEvent {}
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

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

    @Configuration(proxyBeanMethods = false)
    static class OldCode {
        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NewCode {
        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class, LaterEvent.class);
        }
    }

    @TempDir Path data;
    final String database = TestServers.database();

    @SuppressWarnings("NullAway.Init") // started before each test
    ConfigurableApplicationContext service;

    @BeforeEach
    void startOldCode() {
        service = start(OldCode.class);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** Has the mayor visit each club that is founded. */
    @Configuration(proxyBeanMethods = false)
    static class Reacting {

        @Bean
        WhenFoundedThenVisited reaction(Commands commands) {
            return new WhenFoundedThenVisited(commands);
        }

        @Bean
        ProcessingGroupPlan reactionPlan() {
            return new ProcessingGroupPlan("mayor", ProcessingGroupPlan.Start.NEXT_EVENT, 1, 1);
        }
    }

    @ProcessingGroup("mayor")
    record WhenFoundedThenVisited(Commands commands) {

        @EventHandler
        void on(Club.ClubEvent.Founded event, @MessageIdentifier String id) {
            var once = new Once(id, "visit");
            commands.send(
                    new Club.Visit(event.club(), "the mayor"), new Origin("mayor", id, once, null));
        }
    }

    private ConfigurableApplicationContext start(Class<?>... code) {
        SpringApplication application =
                new SpringApplicationBuilder(Service.class)
                        .sources(code)
                        .web(WebApplicationType.NONE)
                        .build();
        return application.run(
                "--samling.mongodb.uri=" + TestServers.mongodb(),
                "--samling.data=" + data,
                "--samling.event-store.snapshot-every=5",
                "--test.database=" + database);
    }

    void send(Object command) {
        service.getBean(Commands.class).send(command, new Origin("actor", "request", null, null));
    }

    void storeWhatOldCodeDoesNotKnow() {
        storeWhatOldCodeDoesNotKnow(1);
    }

    void storeWhatOldCodeDoesNotKnow(long sequence) {
        var id = UUID.randomUUID().toString();
        var payload = "{\"name\":\"A2\"}";
        var event =
                new NewEvent(
                        id, CLUB, sequence, "Club", NAME, null, Instant.now(), null, payload, "{}");
        service.getBean(EventLog.class).append(List.of(event), List.of(), null);
    }

    private Health health() {
        var indicator = service.getBean("processingGroupsHealthIndicator", HealthIndicator.class);
        return Objects.requireNonNull(indicator.health());
    }

    private List<String> heard() {
        return service.getBean(ClubVisits.class).heard;
    }

    @Test
    void
            processing_groups_stand_still_at_it_and_say_where_and_why_until_code_comes_that_knows_it() {
        send(new Club.Found(CLUB, "1"));
        storeWhatOldCodeDoesNotKnow();
        send(new Club.Found("club-b", "2"));

        await().untilAsserted(
                        () ->
                                assertThat(String.valueOf(health().getDetails().get("visits")))
                                        .contains("standsStillAt=1")
                                        .contains(NAME)
                                        .contains("does not know the name"));
        assertThat(heard())
                .containsOnly("0 Founded"); // once or, as a batch is repeated, more often
        await().during(Duration.ofSeconds(2))
                .until(() -> health().getStatus().equals(Status.DOWN)); // while it tries again

        service.close();
        service = start(NewCode.class);

        await().untilAsserted(() -> assertThat(heard()).last().isEqualTo("2 Founded"));
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void nothing_is_decided_on_a_stream_that_holds_it_and_others_go_on() {
        send(new Club.Found(CLUB, "1"));
        storeWhatOldCodeDoesNotKnow();

        assertThatThrownBy(() -> send(new Club.Visit(CLUB, "Ada")))
                .isInstanceOf(UnreadableEventMet.class)
                .hasMessageContaining("position 1");
        send(new Club.Found("club-b", "2"));
        send(new Club.Visit("club-b", "Ada"));
    }

    @Test
    void a_reaction_stands_still_at_it_and_goes_on_with_code_that_knows_it() {
        service.close();
        service = start(OldCode.class, Reacting.class);
        await().until(() -> detailOf("mayor").contains("position=")); // it reacts to what follows
        send(new Club.Found(CLUB, "1"));
        await().until(() -> visitsOf(CLUB) == 1);
        storeWhatOldCodeDoesNotKnow(2);
        send(new Club.Found("club-b", "2"));

        await().untilAsserted(
                        () ->
                                assertThat(detailOf("mayor"))
                                        .contains("standsStillAt=2")
                                        .contains(NAME));
        send(new Club.Visit("club-b", "Ada"));
        assertThat(visitsOf("club-b")).isEqualTo(1);

        service.close();
        service = start(NewCode.class, Reacting.class);

        await().until(() -> visitsOf("club-b") == 2);
        assertThat(visitsOf(CLUB)).isEqualTo(1);
        await().until(() -> health().getStatus().equals(Status.UP));
    }

    @Test
    void nothing_is_decided_on_a_snapshot_that_it_follows() {
        send(new Club.Found(CLUB, "1"));
        for (var visit = 0; visit < 6; visit++) {
            send(new Club.Visit(CLUB, "Ada"));
        }
        var snapshots = service.getBean(MongoDatabase.class).getCollection("snapshots");
        await().until(() -> snapshots.countDocuments() > 0);
        storeWhatOldCodeDoesNotKnow(7);

        assertThatThrownBy(() -> send(new Club.Visit(CLUB, "Bo")))
                .isInstanceOf(UnreadableEventMet.class)
                .hasMessageContaining("position 7");
        service.close();
        service = start(NewCode.class);
        send(new Club.Visit(CLUB, "Bo"));
        assertThat(visitsOf(CLUB)).isEqualTo(7);
    }

    private String detailOf(String group) {
        return String.valueOf(health().getDetails().get(group));
    }

    private long visitsOf(String club) {
        return service.getBean(EventLog.class).streams().read(club, 0).stream()
                .filter(event -> event.name().equals("club.visited"))
                .count();
    }
}
