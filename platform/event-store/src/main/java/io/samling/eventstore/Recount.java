package io.samling.eventstore;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Counts what figures say from the events themselves, one after the other and as plainly as can be,
 * so that the figures can be checked against it. One bean in a service that has figures.
 */
@FunctionalInterface
public interface Recount {

    /** Begins to count a log. */
    Counting begin();

    /** A log being counted. */
    interface Counting {

        /** Takes the next event. */
        void add(Object event);

        /** Days worth asking about: those on which something begins or ends. */
        SortedSet<LocalDate> days();

        /** What each figure should say of a day. */
        List<Expected> on(LocalDate day);
    }

    /**
     * What one figure should say of a day.
     *
     * @param figure as it is asked for, such as {@code employees?scope=SITE}
     * @param values what was counted, by name
     * @param said reads the values of the same names from the figure's answer
     */
    record Expected(
            String figure, Map<String, ?> values, Function<JsonNode, Map<String, ?>> said) {}
}
