package io.samling.eventstore;

import io.samling.kernel.StoredAs;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Stands where an event was stored that this code cannot read: a name it does not know, a later
 * revision, or a payload of another shape. Whoever meets it stops until code comes that knows it.
 *
 * @param name that it is stored under
 * @param reason why it cannot be read; holds nothing of the payload
 */
public record UnreadableEvent(String name, String reason) {

    /** Stands in metadata that cannot be read. */
    private static final String METADATA = UnreadableEvent.class.getName();

    /** One that today's shape cannot be made of. */
    public static UnreadableEvent notUpcast(String name, Throwable failure) {
        return new UnreadableEvent(
                name, "it cannot be brought into today's shape (" + kindOf(failure) + ")");
    }

    static UnreadableEvent ofAnotherShape(String name, Throwable failure) {
        return new UnreadableEvent(name, "its payload has another shape (" + kindOf(failure) + ")");
    }

    /** Stands for metadata that cannot be read: they are texts, and this is none of theirs. */
    public static MetaData instead(Throwable failure) {
        return MetaData.with(METADATA, "its metadata cannot be read (" + kindOf(failure) + ")");
    }

    /** What cannot be read of an event; null where all of it can. */
    public static @Nullable UnreadableEvent in(Message<?> event) {
        if (event.getPayload() instanceof UnreadableEvent unreadable) {
            return unreadable;
        }
        return event.getMetaData().get(METADATA) instanceof String reason
                ? new UnreadableEvent(nameOf(event.getPayloadType()), reason)
                : null;
    }

    private static String nameOf(Class<?> type) {
        var name = type.getAnnotation(StoredAs.class);
        return name == null ? type.getSimpleName() : name.value();
    }

    /** By its kind alone: the message may quote the payload. */
    private static String kindOf(Throwable failure) {
        var cause = failure.getCause();
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }
}
