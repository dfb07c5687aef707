package io.samling.eventstore.config;

import io.samling.eventstore.log.NewEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why the code of today may not be able to read that a club was founded. */
enum Trouble {
    // spotless:off
    AN_UNKNOWN_NAME("club.renamed-by-a-later-version", null, "{}", "does not know the name"),
    A_LATER_REVISION(Trouble.NAME, "9", "{}", "it has revision 9"),
    ANOTHER_SHAPE(Trouble.NAME, null, "{\"guests\":3}", "another shape"),
    NOTHING(Trouble.NAME, null, "null", "nothing at all"),
    NO_JSON(Trouble.NAME, null, "{\"", "another shape"),
    NO_JSON_FOR_AN_UPCASTER(Trouble.NAME, "reads", "{\"", "today's shape (UnexpectedEndOfInputException"),
    AN_UPCASTER_THAT_THROWS(Trouble.NAME, "throws", "{}", "today's shape (IllegalStateException)"),
    AN_UPCASTER_THAT_THROWS_AT_ONCE(Trouble.NAME, "throws at once", "{}", "today's shape (IllegalStateException)");
    // spotless:on

    private static final String NAME = "club.founded";

    private final String name;
    private final @Nullable String revision;
    private final String payload;
    private final String reason;

    Trouble(String name, @Nullable String revision, String payload, String reason) {
        this.name = name;
        this.revision = revision;
        this.payload = payload;
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /** Whether the code can tell for whom the event is. */
    boolean hasNamedItself() {
        return this != AN_UNKNOWN_NAME
                && this != A_LATER_REVISION
                && this != AN_UPCASTER_THAT_THROWS_AT_ONCE;
    }

    NewEvent in(String club, long sequence) {
        return event(club, sequence, name, revision, payload, "{}");
    }

    /** One whose payload can be read. */
    static NewEvent withoutMetadata(String club, long sequence) {
        return event(club, sequence, NAME, null, founded(club), "{\"");
    }

    private static NewEvent event(
            String club,
            long sequence,
            String name,
            @Nullable String revision,
            String payload,
            String metadata) {
        var id = UUID.randomUUID().toString();
        return new NewEvent(
                id, club, sequence, "Club", name, revision, Instant.now(), null, payload, metadata);
    }

    private static String founded(String club) {
        return "{\"club\":\"" + club + "\",\"number\":\"" + club + "\"}";
    }

    /** Upcasters as a hasty hand wrote them. */
    static final class Hasty extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            var revision = event.getType().getRevision();
            return revision != null && !revision.equals("9");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            var mode = String.valueOf(event.getType().getRevision());
            if (mode.equals("throws at once")) {
                throw new IllegalStateException("at once");
            }
            return event.upcastPayload(
                    new SimpleSerializedType(NAME, null),
                    JsonNode.class,
                    json -> {
                        if (mode.equals("throws")) {
                            throw new IllegalStateException("later");
                        }
                        return json;
                    });
        }
    }

    /** What the code of tomorrow can read besides. */
    static final class Tomorrow extends SingleEventUpcaster {

        private final Set<String> known = ConcurrentHashMap.newKeySet();

        /** Has come for an event. */
        void comesFor(NewEvent event) {
            known.add(event.id());
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return known.contains(event.getMessageIdentifier());
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcast(
                    new SimpleSerializedType(NAME, null),
                    String.class,
                    _ -> founded(event.getAggregateIdentifier().orElseThrow()),
                    _ -> MetaData.emptyInstance());
        }
    }
}
