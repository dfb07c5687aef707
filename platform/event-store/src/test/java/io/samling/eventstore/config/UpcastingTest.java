package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.samling.eventstore.AtPosition;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.kernel.StoredAs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event that has had three shapes, each kept as JSON, is read in the newest by everybody. */
@SpringBootTest(classes = {ClubService.Store.class, UpcastingTest.Guests.class})
class UpcastingTest extends StoreTest {

    static final String NAME = "guest.came";

    sealed interface GuestEvent {

        /**
         * Somebody came.
         *
         * @param day not known before the third revision: that on which it was recorded
         */
        @StoredAs(NAME)
        @Revision("3")
        record Came(String guest, String name, LocalDate day) implements GuestEvent {}
    }

    /** From one revision to the next. */
    abstract static class Step extends SingleEventUpcaster {

        private final @Nullable String from;
        private final String to;

        Step(@Nullable String from, String to) {
            this.from = from;
            this.to = to;
        }

        abstract void change(ObjectNode event, Instant recorded);

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals(NAME)
                    && Objects.equals(event.getType().getRevision(), from);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(NAME, to),
                    JsonNode.class,
                    json -> {
                        change((ObjectNode) json, event.getTimestamp());
                        return json;
                    });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Guests {

        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("guest", GuestEvent.class);
        }

        @Bean
        @Order(1)
        Step visitorIsCalledByName() {
            return new Step(null, "2") {
                @Override
                void change(ObjectNode event, Instant recorded) {
                    event.set("name", event.remove("visitor"));
                }
            };
        }

        @Bean
        @Order(2)
        Step theDayIsKnown() {
            return new Step("2", "3") {
                @Override
                void change(ObjectNode event, Instant recorded) {
                    event.put("day", recorded.toString().substring(0, 10));
                }
            };
        }

        @Bean
        GuestBook book() {
            return new GuestBook();
        }

        @Bean
        ProcessingGroupPlan bookPlan() {
            return ProcessingGroupPlan.view("book");
        }
    }

    @ProcessingGroup("book")
    static class GuestBook {

        final Map<Long, GuestEvent> guests = new ConcurrentHashMap<>();

        @EventHandler
        void on(GuestEvent event, @AtPosition long position) {
            guests.put(position, event);
        }
    }

    @Autowired EventLog log;
    @Autowired SamlingEventStore store;

    @Autowired
    @Qualifier("eventSerializer")
    Serializer serializer;

    @Autowired GuestBook book;

    final String guest = "guest-" + UUID.randomUUID();

    static String kept(String revision) {
        var file = "/kept/" + NAME + "@" + revision + ".json";
        try (var json = Objects.requireNonNull(UpcastingTest.class.getResourceAsStream(file))) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    long store(@Nullable String revision, String json) {
        var at = Instant.parse("2026-01-15T11:00:00Z");
        var id = UUID.randomUUID().toString();
        var event = new NewEvent(id, guest, 0, "Guest", NAME, revision, at, null, json, "{}");
        return log.append(List.of(event), List.of(), null).position();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void each_is_read_as_the_newest_from_its_stream_and_by_a_view(String revision) {
        var position = store(revision.equals("1") ? null : revision, kept(revision));

        var came = new GuestEvent.Came("g1", "Ada", LocalDate.of(2026, 1, 15));
        assertThat(store.readEvents(guest).asStream())
                .map(EventMessage::getPayload)
                .isEqualTo(List.of(came));
        await().untilAsserted(() -> assertThat(book.guests).containsEntry(position, came));
    }

    @Test
    void one_from_the_future_is_not_guessed_at() {
        var fromTheFuture = new SimpleSerializedType(NAME, "4");

        Object read =
                serializer.deserialize(
                        new SimpleSerializedObject<>(kept("3"), String.class, fromTheFuture));

        assertThat(read)
                .isEqualTo(new UnreadableEvent(NAME, "it has revision 4, this version knows 3"));
    }
}
