package io.samling.eventstore;

import io.samling.kernel.StoredAs;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;

/**
 * Writes events as JSON under their {@link StoredAs} name instead of their class name, and reads
 * what it cannot read as an {@link UnreadableEvent}.
 */
public final class NamedEventSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<Class<?>, SerializedType> types = new HashMap<>();

    /**
     * A serializer for what a service can remember.
     *
     * @throws IllegalArgumentException where an event has no name or two have the same
     */
    public NamedEventSerializer(EventVocabulary vocabulary) {
        super(
                builder()
                        .jsonMapperBuilderCustomizer(
                                json ->
                                        json.enable(
                                                DeserializationFeature
                                                        .FAIL_ON_UNKNOWN_PROPERTIES)));
        vocabulary.families().forEach(this::learn);
    }

    private void learn(Class<?> type) {
        var members = type.getPermittedSubclasses();
        if (members != null) {
            for (var member : members) {
                learn(member);
            }
            return;
        }
        var name = type.getAnnotation(StoredAs.class);
        if (name == null) {
            throw new IllegalArgumentException("The event " + type.getName() + " lacks @StoredAs");
        }
        if (classes.put(name.value(), type) != null) {
            throw new IllegalArgumentException("Two events are stored as " + name.value());
        }
        types.put(
                type,
                new SimpleSerializedType(name.value(), getRevisionResolver().revisionOf(type)));
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == MetaData.class || type == Void.class || type == Void.TYPE) {
            return super.typeForClass(type);
        }
        var named = types.get(type);
        if (named == null) {
            throw new SerializationException(
                    type.getName() + " is not in the vocabulary of what this service remembers");
        }
        return named;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type) || METADATA.equals(type.getName())) {
            return super.classForType(type);
        }
        return whyUnreadable(type) == null
                ? Objects.requireNonNull(classes.get(type.getName()))
                : UnreadableEvent.class;
    }

    private @Nullable String whyUnreadable(SerializedType type) {
        var known = classes.get(type.getName());
        if (known == null) {
            return "this version does not know the name";
        }
        var current = Objects.requireNonNull(types.get(known)).getRevision();
        return Objects.equals(current, type.getRevision())
                ? null
                : "it has revision " + type.getRevision() + ", this version knows " + current;
    }

    @Override
    // as inherited: the caller chooses the type parameter
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> stored) {
        var type = stored.getType();
        if (stored.getData() instanceof UnreadableEvent) {
            return (T) stored.getData();
        }
        if (classForType(type) == UnreadableEvent.class) {
            var reason = String.valueOf(whyUnreadable(type));
            return (T) new UnreadableEvent(type.getName(), reason);
        }
        if (METADATA.equals(type.getName())) {
            return (T) metadata(stored);
        }
        if (!classes.containsKey(type.getName())) {
            return super.deserialize(stored);
        }
        try {
            T event = super.deserialize(stored);
            return event == null
                    ? (T) new UnreadableEvent(type.getName(), "its payload is nothing at all")
                    : event;
        } catch (SerializationException e) {
            return (T) UnreadableEvent.ofAnotherShape(type.getName(), e);
        }
    }

    private Object metadata(SerializedObject<?> stored) {
        if (stored.getData() instanceof String json) {
            var metadata = MetaDataJson.read(json);
            if (metadata != null) {
                return metadata;
            }
        }
        try {
            Object metadata = super.deserialize(stored);
            return metadata == null ? MetaData.emptyInstance() : metadata;
        } catch (SerializationException e) {
            return UnreadableEvent.instead(e);
        }
    }
}
