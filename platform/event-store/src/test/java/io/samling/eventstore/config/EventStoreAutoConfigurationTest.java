package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.samling.contracts.LogPosition;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.Streams;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Once;
import io.samling.kernel.Commands.Origin;
import io.samling.kernel.Commands.Receipt;
import io.samling.kernel.Refusal;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = {
            ClubService.Store.class,
            ClubService.Clubs.class,
            ClubService.Words.class,
            ClubService.Visits.class
        })
class EventStoreAutoConfigurationTest extends StoreTest {

    @Autowired Commands commands;
    @Autowired LogIdentity log;
    @Autowired Streams streams;
    @Autowired ClubVisits visits;
    @Autowired MongoDatabase database;
    @Autowired Serializer serializer;
    @Autowired HealthIndicator processingGroupsHealthIndicator;
    @Autowired HealthIndicator logHealthIndicator;

    final String id = "club-" + UUID.randomUUID();
    final String number = id.replace("-", "");

    Receipt send(Object command) {
        return commands.send(command, new Origin("actor-1", "request-1", null, null));
    }

    Receipt sendOnce(Object command, String key, String request) {
        return commands.send(
                command, new Origin("actor-1", "request-1", new Once(key, request), null));
    }

    Receipt sendAt(Object command, long version) {
        return commands.send(command, new Origin("actor-1", "request-1", null, version));
    }

    static void assertUp(HealthIndicator indicator) {
        assertThat(indicator.health()).extracting(Health::getStatus).isEqualTo(Status.UP);
    }

    static void assertRefused(Runnable sending, Refusal.Kind kind, String code) {
        assertThatThrownBy(sending::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.kind()).isEqualTo(kind);
                        });
    }

    @Test
    void a_command_is_answered_with_its_place_in_the_log_and_the_version() {
        var founded = send(new Club.Found(id, number));
        var visited = send(new Club.Visit(id, "Ada"));

        assertThat(founded.version()).isZero();
        assertThat(visited.version()).isEqualTo(1);
        var first = LogPosition.parse(founded.position());
        assertThat(first.service()).isEqualTo("club");
        assertThat(first.logId()).isEqualTo(log.logId());
        assertThat(LogPosition.parse(visited.position()).position())
                .isGreaterThan(first.position());
        assertThat(streams.exists(id)).isTrue();
        assertThat(streams.exists("club-nowhere")).isFalse();
    }

    @Test
    void a_command_that_changes_nothing_is_answered_with_what_it_relied_on() {
        var founded = send(new Club.Found(id, number));

        assertThat(send(new Club.Look(id))).isEqualTo(founded);
        assertThat(send(new Club.Found(id, number))).isEqualTo(founded);
    }

    @Test
    void the_same_creation_with_other_content_is_refused() {
        send(new Club.Found(id, number));

        assertRefused(
                () -> send(new Club.Found(id, "another")),
                Refusal.Kind.CONFLICT,
                "founded-otherwise");
    }

    @Test
    void a_value_that_another_holds_is_refused() {
        send(new Club.Found(id, number));

        assertRefused(
                () -> send(new Club.Found("club-" + UUID.randomUUID(), number)),
                Refusal.Kind.CONFLICT,
                "number-already-registered");
    }

    private void foundSoManyThatTheNextIsTakenForNew() {
        for (var n = 0; n < 10; n++) {
            var club = "club-" + UUID.randomUUID();
            send(new Club.Found(club, club));
        }
    }

    @Test
    void what_was_taken_for_new_and_is_not_is_decided_on_what_is_there() {
        var founded = send(new Club.Found(id, number));

        foundSoManyThatTheNextIsTakenForNew();
        assertThat(send(new Club.Found(id, number))).isEqualTo(founded);

        foundSoManyThatTheNextIsTakenForNew();
        assertRefused(
                () -> send(new Club.Found(id, "another")),
                Refusal.Kind.CONFLICT,
                "founded-otherwise");

        foundSoManyThatTheNextIsTakenForNew();
        assertRefused(
                () -> send(new Club.Found("club-" + UUID.randomUUID(), number)),
                Refusal.Kind.CONFLICT,
                "number-already-registered");

        foundSoManyThatTheNextIsTakenForNew();
        assertRefused(
                () -> sendAt(new Club.Found(id, number), 7), Refusal.Kind.SUPERSEDED, "superseded");
    }

    @Test
    void what_does_not_exist_is_unknown() {
        assertRefused(() -> send(new Club.Visit(id, "Ada")), Refusal.Kind.UNKNOWN, "unknown");
    }

    @Test
    void a_decision_on_an_old_version_is_refused() {
        send(new Club.Found(id, number));
        sendAt(new Club.Visit(id, "Ada"), 0);

        assertRefused(
                () -> sendAt(new Club.Visit(id, "Bo"), 0), Refusal.Kind.SUPERSEDED, "superseded");
    }

    @Test
    void a_key_takes_effect_once() {
        send(new Club.Found(id, number));
        var first = sendOnce(new Club.Visit(id, "Ada"), id, "visit");
        send(new Club.Visit(id, "Bo"));

        assertThat(sendOnce(new Club.Visit(id, "Ada"), id, "visit")).isEqualTo(first);
        assertRefused(
                () -> sendOnce(new Club.Visit(id, "Ada"), id, "another visit"),
                Refusal.Kind.FORBIDDEN_BY_RULE,
                "idempotency-key-reused");
    }

    @Test
    void nothing_is_stored_when_a_handler_fails_with_a_checked_exception() {
        var founded = send(new Club.Found(id, number));

        assertThatThrownBy(() -> send(new Club.Visit(id, "a checked exception")))
                .hasRootCauseMessage("after the event was applied");
        assertThat(send(new Club.Look(id))).isEqualTo(founded);
    }

    @Test
    void processing_groups_hear_each_event_with_its_position() {
        var position = LogPosition.parse(send(new Club.Found(id, number)).position()).position();

        await().untilAsserted(() -> assertThat(visits.heard).contains(position + " Founded"));
        assertUp(processingGroupsHealthIndicator);
        assertUp(logHealthIndicator);
    }

    @Test
    void events_know_who_and_why() {
        send(new Club.Found(id, number));

        var commit = database.getCollection("commits").find(new Document("streams.id", id)).first();
        assertThat(String.valueOf(commit))
                .contains("club.founded")
                .contains("actor-1")
                .contains("request-1")
                .contains("causationid");
    }
}
