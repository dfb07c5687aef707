package io.samling.eventstore.config;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which kinds of commands have lately begun a stream each time. The next of such a kind is decided
 * as if its stream had no events, without asking the log, which refuses what it stores where that
 * is wrong.
 */
final class Beginnings {

    private static final int LIKELY = 8;

    /** How often in a row, up to what makes it likely. */
    private final ConcurrentMap<Class<?>, Integer> inARow = new ConcurrentHashMap<>();

    boolean areLikelyBy(Object command) {
        return inARow.getOrDefault(command.getClass(), 0) >= LIKELY;
    }

    void learn(Object command, boolean began) {
        if (!began) {
            inARow.put(command.getClass(), 0);
        } else if (!areLikelyBy(command)) {
            inARow.merge(command.getClass(), 1, Integer::sum);
        }
    }
}
