package io.samling.eventfeed;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** The newest facts of one log, each once however often it came: what a person wants to see. */
final class NewestFacts {

    /** How many are held; more cannot be asked for. */
    static final int MOST = 200;

    private final ConcurrentSkipListSet<KeptFact> facts =
            new ConcurrentSkipListSet<>(Comparator.reverseOrder());

    void add(Collection<KeptFact> more) {
        facts.addAll(more);
        while (facts.size() > MOST) {
            facts.pollLast();
        }
    }

    /** The newest up to a position, newest first. */
    List<KeptFact> upTo(long position, int limit) {
        return facts.stream().filter(fact -> fact.position() <= position).limit(limit).toList();
    }
}
