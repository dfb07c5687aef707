package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import io.samling.eventfeed.Derived.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Derives one subject from its facts: a pure function of the set of them, so that it does not
 * matter in what order, how often or from where they came.
 */
final class Deriving<F, V> {

    private final Family<F, V, ?> family;
    private final Map<Span<V>, Long> known = new LinkedHashMap<>();
    private final List<Row<V>> superseded = new ArrayList<>();

    private Deriving(Family<F, V, ?> family) {
        this.family = family;
    }

    /**
     * Derives a subject.
     *
     * @param facts in any order, repeats among them
     * @param readableUntil facts at this position and later are parked
     */
    static <F, V> Derived<V> derive(
            Family<F, V, ?> family, Collection<KeptFact> facts, @Nullable Parked readableUntil) {
        return new Deriving<F, V>(family).derive(new TreeSet<>(facts), readableUntil);
    }

    private Derived<V> derive(Set<KeptFact> facts, @Nullable Parked readableUntil) {
        var fold = family.fold();
        int readable = 0;
        Parked parked = null;
        for (var fact : facts) {
            parked = takeIn(fold, fact, readableUntil);
            if (parked != null) {
                break;
            }
            readable++;
        }
        return new Derived<>(rows(), told(facts), readable, parked);
    }

    private @Nullable Parked takeIn(
            Fold<F, V> fold, KeptFact fact, @Nullable Parked readableUntil) {
        if (readableUntil != null && fact.position() >= readableUntil.position()) {
            return readableUntil;
        }
        try {
            var told = family.read(fact);
            if (told != null) {
                fold.tell(told);
                supersede(fact.position(), fold.spans());
            }
            return null;
        } catch (RuntimeException unreadable) {
            return new Parked(fact.position(), fact.id(), reason(fact, unreadable));
        }
    }

    /** Closes what is known no longer and opens what is known now, and leaves the rest. */
    private void supersede(long position, List<Span<V>> spans) {
        var now = new HashSet<>(spans);
        known.entrySet()
                .removeIf(
                        before -> {
                            boolean gone = !now.contains(before.getKey());
                            if (gone && before.getValue() < position) {
                                superseded.add(
                                        new Row<>(before.getKey(), before.getValue(), position));
                            }
                            return gone;
                        });
        for (var span : spans) {
            if (!span.isEmpty()) {
                known.putIfAbsent(span, position);
            }
        }
    }

    private List<Row<V>> rows() {
        var rows = new ArrayList<>(superseded);
        known.forEach((span, from) -> rows.add(new Row<>(span, from, Row.STILL)));
        return rows;
    }

    private static List<Told> told(Collection<KeptFact> facts) {
        List<Told> told = new ArrayList<>(facts.size());
        for (var fact : facts) {
            told.add(new Told(fact.position(), Timeline.nanos(fact.recorded())));
        }
        return told;
    }

    /** Names the fault without the contents of the fact, which may be anything. */
    private static String reason(KeptFact fact, RuntimeException fault) {
        return fact.type() + " " + fact.id() + ": " + fault.getClass().getSimpleName();
    }
}
