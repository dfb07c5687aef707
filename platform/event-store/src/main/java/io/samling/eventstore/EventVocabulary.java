package io.samling.eventstore;

import java.util.List;

/**
 * All that a service can remember: its name and its sealed families of events, each event named by
 * {@link io.samling.kernel.StoredAs}. One bean in each service.
 *
 * @param service such as {@code member}; it names the log
 * @param families sealed interfaces whose permitted records are the events
 */
public record EventVocabulary(String service, List<Class<?>> families) {

    public EventVocabulary {
        families = List.copyOf(families);
    }

    /** The vocabulary of a service. */
    public static EventVocabulary of(String service, Class<?>... families) {
        return new EventVocabulary(service, List.of(families));
    }
}
