package io.samling.eventstore.axon;

import io.samling.contracts.Envelope;
import io.samling.kernel.Commands.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** What every event knows besides its payload: who, what it belongs to, and what led to it. */
public final class EventMetadata implements CorrelationDataProvider {

    /** When the event that led to this one was recorded: this one was not recorded before. */
    static final String CAUSED_AT = "causedat";

    /** What a command carries: where it comes from, and when what it answers was recorded. */
    public static Map<String, ?> of(Origin origin) {
        var data = new LinkedHashMap<String, Object>();
        data.put(Envelope.ACTOR, origin.actor());
        data.put(Envelope.CORRELATION_ID, origin.correlation());
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().getMessage() instanceof EventMessage<?> answered) {
            data.put(CAUSED_AT, answered.getTimestamp().toString());
        }
        return data;
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var data = new LinkedHashMap<String, Object>();
        if (message instanceof CommandMessage<?> || message instanceof EventMessage<?>) {
            copy(message, Envelope.ACTOR, data);
            copy(message, Envelope.CORRELATION_ID, data);
            data.put(Envelope.CAUSATION_ID, message.getIdentifier());
        }
        if (message instanceof EventMessage<?> event) {
            data.put(CAUSED_AT, event.getTimestamp().toString());
        } else {
            copy(message, CAUSED_AT, data);
        }
        return data;
    }

    private static void copy(Message<?> message, String key, Map<String, Object> data) {
        var value = message.getMetaData().get(key);
        if (value != null) {
            data.put(key, value);
        }
    }

    static @Nullable Instant causedAt(EventMessage<?> event) {
        return event.getMetaData().get(CAUSED_AT) instanceof String text
                ? Instant.parse(text)
                : null;
    }
}
