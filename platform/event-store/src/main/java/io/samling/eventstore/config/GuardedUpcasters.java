package io.samling.eventstore.config;

import io.samling.eventstore.UnreadableEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * Upcasters of which none can fail: what one of them throws on is read as an {@link
 * UnreadableEvent} in the place of the event, so that whoever meets it stops there, and not before.
 * They see one event at a time, for one alone must fail.
 */
final class GuardedUpcasters implements EventUpcaster {

    private final Supplier<EventUpcaster> upcasters;

    /** Guards upcasters that are looked up when there is something to read. */
    GuardedUpcasters(Supplier<EventUpcaster> upcasters) {
        this.upcasters = upcasters;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(
            Stream<IntermediateEventRepresentation> events) {
        var chain = upcasters.get();
        return events.flatMap(event -> upcast(chain, event));
    }

    private static Stream<IntermediateEventRepresentation> upcast(
            EventUpcaster chain, IntermediateEventRepresentation event) {
        try {
            return chain
                    .upcast(Stream.of(event))
                    .map(made -> made == event ? made : new Upcast(made))
                    .toList()
                    .stream();
        } catch (RuntimeException e) {
            return Stream.of(new Failed(event, e));
        }
    }

    private static SerializedObject<?> unreadable(SerializedType type, Throwable failure) {
        var event = UnreadableEvent.notUpcast(type.getName(), failure);
        return new SimpleSerializedObject<>(event, UnreadableEvent.class, type);
    }

    /** An event whose upcasters work when its data are asked for. */
    private static class Upcast implements IntermediateEventRepresentation {

        private final IntermediateEventRepresentation event;

        Upcast(IntermediateEventRepresentation event) {
            this.event = event;
        }

        @Override
        public SerializedObject<?> getData() {
            try {
                return event.getData();
            } catch (RuntimeException e) {
                return unreadable(getType(), e);
            }
        }

        @Override
        public SerializedType getType() {
            return event.getType();
        }

        @Override
        public <D> SerializedObject<D> getData(Class<D> requiredType) {
            return event.getData(requiredType);
        }

        @Override
        public Class<?> getContentType() {
            return event.getContentType();
        }

        @Override
        public boolean canConvertDataTo(Class<?> requiredType) {
            return event.canConvertDataTo(requiredType);
        }

        @Override
        public <T> IntermediateEventRepresentation upcast(
                SerializedType outputType,
                Class<T> expectedRepresentationType,
                Function<T, T> upcastFunction,
                Function<MetaData, MetaData> metaDataUpcastFunction) {
            return event.upcast(
                    outputType, expectedRepresentationType, upcastFunction, metaDataUpcastFunction);
        }

        @Override
        public String getMessageIdentifier() {
            return event.getMessageIdentifier();
        }

        @Override
        public Optional<String> getAggregateType() {
            return event.getAggregateType();
        }

        @Override
        public Optional<String> getAggregateIdentifier() {
            return event.getAggregateIdentifier();
        }

        @Override
        public Optional<Long> getSequenceNumber() {
            return event.getSequenceNumber();
        }

        @Override
        public Optional<TrackingToken> getTrackingToken() {
            return event.getTrackingToken();
        }

        @Override
        public Instant getTimestamp() {
            return event.getTimestamp();
        }

        @Override
        public LazyDeserializingObject<MetaData> getMetaData() {
            try {
                return event.getMetaData();
            } catch (RuntimeException e) {
                return new LazyDeserializingObject<>(UnreadableEvent.instead(e));
            }
        }
    }

    /** An event that an upcaster did not so much as take. */
    private static final class Failed extends Upcast {

        private final RuntimeException failure;

        Failed(IntermediateEventRepresentation event, RuntimeException failure) {
            super(event);
            this.failure = failure;
        }

        @Override
        public SerializedObject<?> getData() {
            return unreadable(getType(), failure);
        }
    }
}
