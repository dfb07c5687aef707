package io.samling.eventstore.axon;

import io.samling.eventstore.LogToken;
import io.samling.eventstore.log.StoredEvent;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** An event of the log as Axon's upcasters and serializers take it. */
class StoredEventData implements TrackedEventData<String> {

    private final StoredEvent event;
    private final TrackingToken token;

    private StoredEventData(StoredEvent event, TrackingToken token) {
        this.event = event;
        this.token = token;
    }

    static StoredEventData of(StoredEvent event, String logId) {
        var token = new LogToken(logId, event.position());
        return event.aggregate() == null
                ? new StoredEventData(event, token)
                : new OfAggregate(event, token, event.aggregate());
    }

    @Override
    public TrackingToken trackingToken() {
        return token;
    }

    @Override
    public String getEventIdentifier() {
        return event.id();
    }

    @Override
    public Instant getTimestamp() {
        return Instant.ofEpochMilli(event.at());
    }

    @Override
    public SerializedObject<String> getMetaData() {
        return new SerializedMetaData<>(event.metadata(), String.class);
    }

    @Override
    public SerializedObject<String> getPayload() {
        return payload(event.payload(), event.name(), event.revision());
    }

    // Axon takes a revision of null for none, without saying so
    @SuppressWarnings("NullAway")
    private static SerializedObject<String> payload(
            String payload, String name, @Nullable String revision) {
        return new SimpleSerializedObject<>(payload, String.class, name, revision);
    }

    /** One that an aggregate has applied. */
    static final class OfAggregate extends StoredEventData implements DomainEventData<String> {

        private final StoredEvent event;
        private final String kind;

        private OfAggregate(StoredEvent event, TrackingToken token, String kind) {
            super(event, token);
            this.event = event;
            this.kind = kind;
        }

        @Override
        public String getType() {
            return kind;
        }

        @Override
        public String getAggregateIdentifier() {
            return event.stream();
        }

        @Override
        public long getSequenceNumber() {
            return event.sequence();
        }
    }
}
