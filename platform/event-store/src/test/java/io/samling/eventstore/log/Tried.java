package io.samling.eventstore.log;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.samling.kernel.Claiming.Claim;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a caller wanted to append, and what it was told. */
record Tried(
        List<NewEvent> events,
        List<Claim> claims,
        @Nullable OnceKey once,
        Answer answer,
        Duration took) {

    /** What a caller hears. */
    sealed interface Answer {

        /** It is stored there. */
        record Stored(CommitHead head) implements Answer {}

        /** It never will be, for what it builds on has changed. */
        record Refused(RuntimeException reason) implements Answer {}

        /** Nothing of it was stored: not taken on, or what it needs to know could not be read. */
        record NothingDone(RuntimeException reason) implements Answer {}

        /** Nobody knows yet. */
        record Unknown() implements Answer {}
    }

    /** How often callers heard what. */
    static Map<String, Long> answers(Collection<Tried> told) {
        return told.stream()
                .collect(
                        groupingBy(
                                one -> one.answer().getClass().getSimpleName(),
                                TreeMap::new,
                                counting()));
    }

    String stream() {
        return events.getFirst().stream();
    }
}
