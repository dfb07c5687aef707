package io.samling.eventrelay;

import io.samling.contracts.Envelope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;

/** Where an event came from, as far as its metadata says. */
final class Origins {

    private static final List<String> NAMES =
            List.of(Envelope.ACTOR, Envelope.CORRELATION_ID, Envelope.CAUSATION_ID);

    private Origins() {}

    /** The extensions of an event's facts, those that are known. */
    static Map<String, String> of(EventMessage<?> message) {
        Map<String, String> extensions = new TreeMap<>();
        for (var name : NAMES) {
            if (message.getMetaData().get(name) instanceof String value) {
                extensions.put(name, value);
            }
        }
        return extensions;
    }
}
