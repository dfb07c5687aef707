package io.samling.eventstore.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;

/** Writes an aggregate by its fields, whatever their visibility, and nothing else. */
public final class SnapshotSerializers {

    private SnapshotSerializers() {}

    /** A serializer for states of aggregates. */
    public static Serializer byFields() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        json ->
                                json.changeDefaultVisibility(
                                                visibility ->
                                                        visibility
                                                                .withVisibility(
                                                                        PropertyAccessor.ALL,
                                                                        Visibility.NONE)
                                                                .withVisibility(
                                                                        PropertyAccessor.FIELD,
                                                                        Visibility.ANY)
                                                                .withVisibility(
                                                                        PropertyAccessor.CREATOR,
                                                                        Visibility.ANY))
                                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS))
                .build();
    }
}
