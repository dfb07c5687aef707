package io.samling.contracts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One place in each of several logs, written {@code funding:0b55e8d4:88,member:7f3a91c2:1234}: what
 * was known at some moment. The syntax is for keeps.
 */
public record LogPositions(SortedMap<String, LogPosition> byService) {

    /** No log at all. */
    public static final LogPositions NONE = new LogPositions(new TreeMap<>());

    public LogPositions {
        byService = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byService));
    }

    /**
     * The places given, one for each service.
     *
     * @throws IllegalArgumentException where a service occurs twice
     */
    public static LogPositions of(Collection<LogPosition> positions) {
        var byService = new TreeMap<String, LogPosition>();
        for (var position : positions) {
            if (byService.put(position.service(), position) != null) {
                throw new IllegalArgumentException(
                        "The service " + position.service() + " occurs twice in the positions");
            }
        }
        return new LogPositions(byService);
    }

    /**
     * Reads positions joined by commas; a blank text is {@link #NONE}.
     *
     * @throws IllegalArgumentException with a sentence a user may read, where they are none
     */
    public static LogPositions parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        List<LogPosition> positions = new ArrayList<>();
        for (var part : text.split(",", -1)) {
            positions.add(LogPosition.parse(part));
        }
        return of(positions);
    }

    /** The place in one service's log, where there is one. */
    public @Nullable LogPosition of(String service) {
        return byService.get(service);
    }

    @Override
    public String toString() {
        return byService.entrySet().stream()
                .map(Map.Entry::getValue)
                .map(LogPosition::toString)
                .collect(Collectors.joining(","));
    }
}
