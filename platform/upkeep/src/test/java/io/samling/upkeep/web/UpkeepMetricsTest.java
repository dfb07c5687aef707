package io.samling.upkeep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.samling.contracts.Topics;
import io.samling.eventrelay.Relay;
import io.samling.eventrelay.Translation;
import io.samling.eventrelay.Translation.Fact;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.UnreadableEventMet;
import io.samling.eventstore.UnreadableStreams;
import io.samling.eventstore.Views;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.kernel.StoredAs;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What stands still says so in numbers, with the position, until it goes on. */
@SpringBootTest(
        classes = UpkeepMetricsTest.Service.class,
        properties = "samling.relay.retry-most=200ms")
class UpkeepMetricsTest {

    private static final String NAME = "named.entered";

    sealed interface Named {
        @StoredAs(NAME)
        record Entered(String name) implements Named {}

        @StoredAs("named.left")
        record Left(String name) implements Named {}
    }

    /** Why the code of today cannot read an event. */
    enum Trouble {
        AN_UNKNOWN_NAME("named.renamed", null, "{}"),
        ANOTHER_SHAPE(NAME, null, "{\"age\":3}"),
        NO_JSON(NAME, null, "{\""),
        AN_UPCASTER_THAT_THROWS(NAME, "0", "{}");

        private final String name;
        private final @Nullable String revision;
        private final String payload;

        Trouble(String name, @Nullable String revision, String payload) {
            this.name = name;
            this.revision = revision;
            this.payload = payload;
        }
    }

    @TempDir static Path data;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("samling.mongodb.uri", TestServers::mongodb);
        properties.add("samling.kafka.bootstrap", TestServers::kafka);
        properties.add("samling.data", data::toString);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("member", Named.class);
        }

        @Bean
        MongoDatabase database(MongoClient client) {
            return client.getDatabase(TestServers.database());
        }

        @Bean
        Translation translation() {
            return event ->
                    List.of(
                            new Fact(
                                    Topics.MEMBER_FACTS,
                                    "io.samling.member.named.v1",
                                    "m1",
                                    Map.of("event", event)));
        }

        @Bean
        Upcaster upcaster() {
            return new Upcaster();
        }

        @Bean
        Entries entries() {
            return new Entries();
        }

        @Bean
        ProcessingGroupPlan entriesPlan() {
            return ProcessingGroupPlan.view("entries");
        }

        @Bean
        Exits exits() {
            return new Exits();
        }

        @Bean
        ProcessingGroupPlan exitsPlan() {
            return ProcessingGroupPlan.view("exits");
        }
    }

    @ProcessingGroup("entries")
    static final class Entries {
        @EventHandler
        void on(Named.Entered event) {}
    }

    @ProcessingGroup("exits")
    static final class Exits {

        private volatile boolean blocked;

        @EventHandler
        void on(Named.Left event) {
            if (blocked) {
                throw new IllegalStateException("The door is blocked");
            }
        }
    }

    /** Knows what it is told to know, and throws on what else it takes. */
    static final class Upcaster extends SingleEventUpcaster {

        private final Set<String> known = ConcurrentHashMap.newKeySet();

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return known.contains(event.getMessageIdentifier())
                    || "0".equals(event.getType().getRevision());
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(NAME, null),
                    String.class,
                    _ -> {
                        if (known.contains(event.getMessageIdentifier())) {
                            return "{\"name\":\"Ada\"}";
                        }
                        throw new IllegalStateException("not known yet");
                    });
        }
    }

    @Autowired EventLog log;
    @Autowired EventStore events;
    @Autowired Relay relay;
    @Autowired Views views;
    @Autowired UnreadableStreams unreadable;
    @Autowired Upcaster upcaster;
    @Autowired Exits exits;
    @Autowired HealthIndicator relayHealthIndicator;
    @Autowired HealthIndicator processingGroupsHealthIndicator;

    final String stream = "named-" + UUID.randomUUID();
    final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        new UpkeepMetrics(log, relay, views, unreadable).bindTo(meters);
    }

    @AfterEach
    void unblock() {
        exits.blocked = false;
    }

    @ParameterizedTest
    @EnumSource
    void say_where_views_the_relay_and_decisions_stand_until_they_go_on(Trouble trouble) {
        store(0, NAME, null, "{\"name\":\"Bo\"}");
        var event = store(1, trouble.name, trouble.revision, trouble.payload);
        var position = (double) log.reader().head().last();
        store(2, "named.left", null, "{\"name\":\"Bo\"}");

        awaitNumber(1, "samling.group.stands.still", "group", "entries");
        awaitNumber(position, "samling.group.stands.at", "group", "entries");
        if (trouble == Trouble.AN_UNKNOWN_NAME) {
            awaitNumber(position, "samling.group.stands.at", "group", "exits");
        } else {
            awaitNumber(position + 1, "samling.group.position", "group", "exits");
            awaitNumber(0, "samling.group.stands.still", "group", "exits");
        }
        awaitNumber(1, "samling.relay.stands.still");
        awaitNumber(1, "samling.relay.state", "state", "standing");
        awaitNumber(position - 1, "samling.relay.position");
        var health = healthOf(relayHealthIndicator);
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.getDetails().get("reason")))
                .contains("Position " + (long) position + " ")
                .contains(trouble.name);
        assertThatThrownBy(() -> events.readEvents(stream)).isInstanceOf(UnreadableEventMet.class);
        awaitNumber(1, "samling.log.unreadable");
        awaitNumber(position, "samling.log.unreadable.position");

        upcaster.known.add(event.id());

        awaitNumber(position + 1, "samling.relay.position");
        awaitNumber(0, "samling.relay.stands.still");
        awaitNumber(position + 1, "samling.group.position", "group", "entries");
        awaitNumber(0, "samling.group.stands.still", "group", "entries");
        awaitNumber(Double.NaN, "samling.group.stands.at", "group", "entries");
        awaitNumber(0, "samling.group.stands.still", "group", "exits");
        assertThat(events.readEvents(stream).asStream()).hasSize(3);
        awaitNumber(0, "samling.log.unreadable");
        awaitNumber(Double.NaN, "samling.log.unreadable.position");
    }

    @Test
    void say_where_one_view_stands_while_the_relay_and_another_go_on() {
        exits.blocked = true;
        store(0, "named.left", null, "{\"name\":\"Bo\"}");
        var position = (double) log.reader().head().last();
        store(1, NAME, null, "{\"name\":\"Bo\"}");

        awaitNumber(position, "samling.group.stands.at", "group", "exits");
        awaitNumber(1, "samling.group.stands.still", "group", "exits");
        awaitNumber(position + 1, "samling.group.position", "group", "entries");
        awaitNumber(0, "samling.group.stands.still", "group", "entries");
        awaitNumber(position + 1, "samling.relay.position");
        awaitNumber(0, "samling.relay.stands.still");
        assertThat(healthOf(relayHealthIndicator).getStatus()).isEqualTo(Status.UP);
        var health = healthOf(processingGroupsHealthIndicator);
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.getDetails().get("exits")))
                .contains("standsStillAt=" + (long) position + ",")
                .contains("The door is blocked");
        store(2, NAME, null, "{\"name\":\"Ada\"}");
        awaitNumber(position + 2, "samling.relay.position");
        awaitNumber(position + 2, "samling.group.position", "group", "entries");
        awaitNumber(position, "samling.group.stands.at", "group", "exits");

        exits.blocked = false;

        awaitNumber(0, "samling.group.stands.still", "group", "exits");
        awaitNumber(position + 2, "samling.group.position", "group", "exits");
    }

    private static Health healthOf(HealthIndicator indicator) {
        return Objects.requireNonNull(indicator.health());
    }

    private NewEvent store(long sequence, String name, @Nullable String revision, String payload) {
        var id = UUID.randomUUID().toString();
        var event =
                new NewEvent(
                        id,
                        stream,
                        sequence,
                        "Named",
                        name,
                        revision,
                        Instant.now(),
                        null,
                        payload,
                        "{}");
        log.append(List.of(event), List.of(), null);
        return event;
    }

    /** As texts, for what is not a number equals nothing. */
    private void awaitNumber(double expected, String name, String... tags) {
        await().untilAsserted(
                        () ->
                                assertThat(meters.get(name).tags(tags).gauge().value())
                                        .as(name)
                                        .hasToString(Double.toString(expected)));
    }
}
