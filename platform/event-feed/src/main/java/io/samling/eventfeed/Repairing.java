package io.samling.eventfeed;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Derives anew what is parked, after the code that reads it was mended. */
final class Repairing {

    private final Families families;
    private final FeedStore store;
    private final TopicWatch watch;

    Repairing(Families families, FeedStore store, TopicWatch watch) {
        this.families = families;
        this.store = store;
        this.watch = watch;
    }

    /** Tries every parked subject again and tells all instances. How many subjects are left. */
    int repair() {
        var keeping = new Keeping(store, watch.of(families.topics()));
        var _ = keeping.takeUp();
        Map<String, Set<Subject>> byFamily = new HashMap<>();
        for (var document : store.subjects().parked()) {
            var subject = SubjectDocument.subject(document);
            byFamily.computeIfAbsent(subject.family(), _ -> new LinkedHashSet<>()).add(subject);
        }
        for (var topic : families.topics()) {
            var family = families.on(topic);
            if (family != null) {
                keeping.derive(family, byFamily.getOrDefault(family.name(), Set.of()));
            }
        }
        store.repairs().tell();
        return store.subjects().parked().size();
    }
}
