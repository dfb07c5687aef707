package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.UnreadableEventMet;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.kernel.Commands;
import io.samling.kernel.StoredAs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An event is stored that the running code does not know, as after a step back to an older one. */
class UnreadableEventTest {

    static final String CLUB = "club-a";
    static final String NAME = "club.renamed-by-a-later-version";
    static final Class<?> OLD_CODE = ClubService.Words.class;

    sealed interface LaterEvent {
        @StoredAs(NAME)
        record Renamed(String name) implements LaterEvent {}
    }

    @Configuration(proxyBeanMethods = false)
    static class NewCode {
        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class, LaterEvent.class);
        }
    }

    @TempDir Path data;

    @SuppressWarnings("NullAway.Init") // started before each test
    ClubService service;

    @BeforeEach
    void startOldCode() {
        service = new ClubService(data, "--samling.event-store.snapshot-every=5");
        service.start(OLD_CODE);
    }

    @AfterEach
    void stop() {
        service.close();
    }

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

    void storeWhatOldCodeDoesNotKnow() {
        storeWhatOldCodeDoesNotKnow(1);
    }

    void storeWhatOldCodeDoesNotKnow(long sequence) {
        var id = UUID.randomUUID().toString();
        var payload = "{\"name\":\"A2\"}";
        var event =
                new NewEvent(
                        id, CLUB, sequence, "Club", NAME, null, Instant.now(), null, payload, "{}");
        service.bean(EventLog.class).append(List.of(event), List.of(), null);
    }

    private Health health() {
        var indicator =
                service.context().getBean("processingGroupsHealthIndicator", HealthIndicator.class);
        return Objects.requireNonNull(indicator.health());
    }

    @Test
    void
            processing_groups_stand_still_at_it_and_say_where_and_why_until_code_comes_that_knows_it() {
        service.send(new Club.Found(CLUB, "1"));
        storeWhatOldCodeDoesNotKnow();
        service.send(new Club.Found("club-b", "2"));

        await().untilAsserted(
                        () ->
                                assertThat(String.valueOf(health().getDetails().get("visits")))
                                        .contains("standsStillAt=1")
                                        .contains(NAME)
                                        .contains("does not know the name"));
        assertThat(service.heard())
                .containsOnly("0 Founded"); // once or, as a batch is repeated, more often
        await().during(Duration.ofSeconds(2))
                .until(() -> health().getStatus().equals(Status.DOWN)); // while it tries again

        service.close();
        service.start(NewCode.class);

        await().untilAsserted(() -> assertThat(service.heard()).last().isEqualTo("2 Founded"));
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void nothing_is_decided_on_a_stream_that_holds_it_and_others_go_on() {
        service.send(new Club.Found(CLUB, "1"));
        storeWhatOldCodeDoesNotKnow();

        assertThatThrownBy(() -> service.send(new Club.Visit(CLUB, "Ada")))
                .isInstanceOf(UnreadableEventMet.class)
                .hasMessageContaining("position 1");
        service.send(new Club.Found("club-b", "2"));
        service.send(new Club.Visit("club-b", "Ada"));
    }

    @Test
    void a_reaction_stands_still_at_it_and_goes_on_with_code_that_knows_it() {
        service.close();
        service.start(OLD_CODE, Reacting.class);
        await().until(() -> detailOf("mayor").contains("position=")); // it reacts to what follows
        service.send(new Club.Found(CLUB, "1"));
        await().until(() -> visitsOf(CLUB) == 1);
        storeWhatOldCodeDoesNotKnow(2);
        service.send(new Club.Found("club-b", "2"));

        await().untilAsserted(
                        () ->
                                assertThat(detailOf("mayor"))
                                        .contains("standsStillAt=2")
                                        .contains(NAME));
        service.send(new Club.Visit("club-b", "Ada"));
        assertThat(visitsOf("club-b")).isEqualTo(1);

        service.close();
        service.start(NewCode.class, Reacting.class);

        await().until(() -> visitsOf("club-b") == 2);
        assertThat(visitsOf(CLUB)).isEqualTo(1);
        await().until(() -> health().getStatus().equals(Status.UP));
    }

    @Test
    void nothing_is_decided_on_a_snapshot_that_it_follows() {
        service.send(new Club.Found(CLUB, "1"));
        for (var visit = 0; visit < 6; visit++) {
            service.send(new Club.Visit(CLUB, "Ada"));
        }
        var snapshots = service.bean(MongoDatabase.class).getCollection("snapshots");
        await().until(() -> snapshots.countDocuments() > 0);
        storeWhatOldCodeDoesNotKnow(7);

        assertThatThrownBy(() -> service.send(new Club.Visit(CLUB, "Bo")))
                .isInstanceOf(UnreadableEventMet.class)
                .hasMessageContaining("position 7");
        service.close();
        service.start(NewCode.class);
        service.send(new Club.Visit(CLUB, "Bo"));
        assertThat(visitsOf(CLUB)).isEqualTo(7);
    }

    private String detailOf(String group) {
        return String.valueOf(health().getDetails().get(group));
    }

    private long visitsOf(String club) {
        return service.bean(EventLog.class).streams().read(club, 0).stream()
                .filter(event -> event.name().equals("club.visited"))
                .count();
    }
}
