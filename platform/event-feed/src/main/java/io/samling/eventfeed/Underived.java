package io.samling.eventfeed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Subjects that were touched and not derived since, with their facts where these are all that there
 * are: what was just read need not be read back. Beyond some size the facts are let go.
 */
final class Underived {

    private static final int AT_ONCE = 500;

    /** About how many bytes a fact takes besides its body. */
    private static final int FACT = 300;

    private static final long MOST_BYTES = 64_000_000;

    private final Map<Family<?, ?, ?>, Map<Subject, Touched>> byFamily = new LinkedHashMap<>();
    private long bytes;
    private int size;
    private boolean toBeRead;

    /**
     * A subject to derive.
     *
     * @param facts all there are, or null where they have to be read
     */
    record Touched(Subject subject, @Nullable List<KeptFact> facts) {}

    /** A subject of which more may be kept than was read. */
    void touch(Family<?, ?, ?> family, Subject subject) {
        toBeRead = true;
        if (of(family).put(subject, new Touched(subject, null)) == null) {
            size++;
        }
    }

    /** A fact of a subject of which nothing is kept but what came here since it is underived. */
    void add(Family<?, ?, ?> family, Subject subject, KeptFact fact) {
        var touched =
                of(family)
                        .computeIfAbsent(
                                subject,
                                _ -> {
                                    size++;
                                    return new Touched(subject, new ArrayList<>());
                                });
        if (touched.facts() != null) {
            touched.facts().add(fact);
            bytes += FACT + fact.body().length();
        }
    }

    /** Whether more facts should not be held. */
    boolean isFull() {
        return bytes > MOST_BYTES;
    }

    /** Lets the facts go, not their subjects. */
    void letFactsGo() {
        byFamily.values()
                .forEach(all -> all.replaceAll((subject, _) -> new Touched(subject, null)));
        bytes = 0;
        toBeRead = true;
    }

    /** Whether the facts of some have to be read. */
    boolean isToBeRead() {
        return toBeRead;
    }

    /** How many subjects there are. */
    int size() {
        return size;
    }

    /** Hands all over, some at once, and is empty then. */
    void drain(BiConsumer<Family<?, ?, ?>, List<Touched>> some) {
        byFamily.forEach(
                (family, subjects) -> {
                    var all = List.copyOf(subjects.values());
                    for (int from = 0; from < all.size(); from += AT_ONCE) {
                        some.accept(
                                family, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
                    }
                });
        byFamily.clear();
        bytes = 0;
        size = 0;
        toBeRead = false;
    }

    private Map<Subject, Touched> of(Family<?, ?, ?> family) {
        return byFamily.computeIfAbsent(family, _ -> new LinkedHashMap<>());
    }
}
