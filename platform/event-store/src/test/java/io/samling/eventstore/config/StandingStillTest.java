package io.samling.eventstore.config;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.samling.contracts.LogPosition;
import io.samling.eventstore.AtPosition;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.UnreadableEventMet;
import io.samling.eventstore.Views;
import io.samling.eventstore.Views.Standing;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Whatever makes an event unreadable, each that needs it stands still exactly there, says why, and
 * goes on with the code that can read it; all others go on meanwhile.
 */
@SpringBootTest(
        classes = {
            ClubService.Store.class,
            ClubService.Clubs.class,
            ClubService.Words.class,
            ClubService.Visits.class,
            StandingStillTest.Service.class
        },
        properties = "samling.event-store.snapshot-every=5")
class StandingStillTest extends StoreTest {

    @Configuration(proxyBeanMethods = false)
    static class Service {

        @Bean
        @Order(1)
        Trouble.Tomorrow tomorrow() {
            return new Trouble.Tomorrow();
        }

        @Bean
        @Order(2)
        Trouble.Hasty hasty() {
            return new Trouble.Hasty();
        }

        @Bean
        Guests guests() {
            return new Guests();
        }

        @Bean
        ProcessingGroupPlan guestsPlan() {
            return ProcessingGroupPlan.view("guests");
        }

        @Bean
        WhenFoundedThenVisited reaction(Commands commands) {
            return new WhenFoundedThenVisited(commands);
        }

        @Bean
        ProcessingGroupPlan reactionPlan() {
            return new ProcessingGroupPlan("mayor", ProcessingGroupPlan.Start.FIRST_EVENT, 1, 1);
        }
    }

    /** A view that does not ask when a club was founded. */
    @ProcessingGroup("guests")
    static final class Guests {

        private volatile long last = -1;

        @EventHandler
        void on(Club.ClubEvent.Visited event, @AtPosition long position) {
            last = position;
        }
    }

    @Autowired Commands commands;
    @Autowired EventLog log;
    @Autowired MongoDatabase database;
    @Autowired Views views;
    @Autowired ClubVisits visits;
    @Autowired Guests guests;
    @Autowired Trouble.Tomorrow tomorrow;
    @Autowired HealthIndicator processingGroupsHealthIndicator;
    @Autowired HealthIndicator logHealthIndicator;

    final String club = "club-" + UUID.randomUUID();
    final String snapped = "club-" + UUID.randomUUID();
    final String other = "club-" + UUID.randomUUID();

    final List<NewEvent> unread = new ArrayList<>();

    /** No test stands in the way of another. */
    @AfterEach
    void leaveNothingUnread() {
        unread.forEach(tomorrow::comesFor);
    }

    @ParameterizedTest
    @EnumSource
    void each_stands_at_it_and_goes_on_with_code_that_can_read_it(Trouble trouble) {
        found(club);
        foundWithSnapshot();
        var inStream = trouble.in(club, 2);
        var afterSnapshot = trouble.in(snapped, 7);
        var position = store(inStream);
        var positionAfterSnapshot = store(afterSnapshot);
        send(new Club.Found(other, other));

        awaitStanding("visits", position, trouble.reason());
        awaitStanding("mayor", position, trouble.reason());
        assertThat(detail(processingGroupsHealthIndicator, "visits"))
                .contains("standsStillAt=" + position)
                .contains(trouble.reason());
        assertRefused(club, position, trouble.reason());
        assertRefused(snapped, positionAfterSnapshot, trouble.reason());
        assertThat(unreadable())
                .contains("position " + position, "position " + positionAfterSnapshot);
        assertThat(Objects.requireNonNull(logHealthIndicator.health()).getStatus())
                .isEqualTo(Status.UP);
        var elsewhere = send(new Club.Visit(other, "Ada"));
        if (trouble.hasNamedItself()) {
            await().until(() -> guests.last == elsewhere);
        } else {
            awaitStanding("guests", position, trouble.reason());
        }

        tomorrow.comesFor(inStream);
        tomorrow.comesFor(afterSnapshot);

        await().until(() -> visits.heard.contains(elsewhere + " Visited"));
        await().until(() -> visitsOf(other) == 2 && guests.last > elsewhere);
        assertThat(visits.heard).contains(position + " Founded");
        await().untilAsserted(
                        () ->
                                assertThat(views.standings())
                                        .allMatch(standing -> standing.reason() == null));
        send(new Club.Visit(club, "Ada"));
        send(new Club.Visit(snapped, "Ada"));
        assertThat(unreadable()).isEqualTo("null");
    }

    @Test
    void groups_stand_at_metadata_that_cannot_be_read_too() {
        found(club);
        var event = Trouble.withoutMetadata(club, 2);
        var position = store(event);

        awaitStanding("visits", position, "its metadata cannot be read");
        awaitStanding("mayor", position, "club.founded");
        tomorrow.comesFor(event);
        await().until(() -> visits.heard.contains(position + " Founded"));
    }

    /** The mayor has been there when this is done. */
    private void found(String id) {
        send(new Club.Found(id, id));
        await().until(() -> visitsOf(id) == 1);
    }

    private void foundWithSnapshot() {
        found(snapped);
        for (var visit = 0; visit < 5; visit++) {
            send(new Club.Visit(snapped, "Ada"));
        }
        var snapshots = database.getCollection("snapshots");
        await().until(() -> snapshots.countDocuments(eq("stream", snapped)) > 0);
    }

    private long store(NewEvent event) {
        unread.add(event);
        return log.append(List.of(event), List.of(), null).position();
    }

    private long send(Object command) {
        var receipt = commands.send(command, new Origin("actor", "request", null, null));
        return LogPosition.parse(receipt.position()).position();
    }

    private void assertRefused(String id, long position, String reason) {
        assertThatThrownBy(() -> send(new Club.Visit(id, "Ada")))
                .isInstanceOf(UnreadableEventMet.class)
                .hasMessageContaining("position " + position + " ")
                .hasMessageContaining(reason);
    }

    private void awaitStanding(String group, long position, String reason) {
        await().untilAsserted(
                        () ->
                                assertThat(standingOf(group))
                                        .returns(position, Standing::standsStillAt)
                                        .extracting(Standing::reason)
                                        .asString()
                                        .contains(reason));
    }

    private Standing standingOf(String group) {
        return views.standings().stream()
                .filter(standing -> standing.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private String unreadable() {
        return detail(logHealthIndicator, "unreadable");
    }

    private static String detail(HealthIndicator indicator, String name) {
        var health = Objects.requireNonNull(indicator.health());
        return String.valueOf(health.getDetails().get(name));
    }

    private long visitsOf(String id) {
        return log.streams().read(id, 0).stream()
                .filter(event -> event.name().equals("club.visited"))
                .count();
    }
}
