package io.samling.eventstore.axon;

import io.samling.eventstore.log.NewEvent;
import io.samling.kernel.Claiming;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;

/** Axon's messages on their way into the log. */
final class OutgoingEvents {

    private OutgoingEvents() {}

    static List<NewEvent> serialized(
            List<? extends EventMessage<?>> events, Serializer serializer) {
        var serialized = new ArrayList<NewEvent>(events.size());
        for (var event : events) {
            serialized.add(serialized(event, serializer));
        }
        return serialized;
    }

    private static NewEvent serialized(EventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, String.class);
        var metadata = event.serializeMetaData(serializer, String.class);
        // an event of no aggregate has a stream of its own
        var domain = event instanceof DomainEventMessage<?> of && of.getType() != null ? of : null;
        return new NewEvent(
                event.getIdentifier(),
                domain == null ? event.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                domain == null ? null : domain.getType(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                event.getTimestamp(),
                EventMetadata.causedAt(event),
                payload.getData(),
                metadata.getData());
    }

    static List<Claiming.Claim> claimsOf(List<? extends EventMessage<?>> events) {
        var claims = new ArrayList<Claiming.Claim>();
        for (var event : events) {
            if (event.getPayload() instanceof Claiming claiming) {
                claims.addAll(claiming.claims());
            }
        }
        return claims;
    }

    /** The event by which Axon tells a creation from a later conflict. */
    static EventMessage<?> firstOfStream(List<? extends EventMessage<?>> events) {
        for (var event : events) {
            if (event instanceof DomainEventMessage<?>) {
                return event;
            }
        }
        return events.getFirst();
    }
}
