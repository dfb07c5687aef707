package io.samling.eventfeed;

import io.samling.eventfeed.HeldFamily.Fresh;
import io.samling.eventfeed.TopicWatch.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads what is stored of a log into a memory of its own, at start and for a rebuild. */
final class MemoryLoad {

    private final FeedStore store;
    private final List<Family<?, ?, ?>> families;
    private final NewestSubjects newest = new NewestSubjects();

    MemoryLoad(FeedStore store, List<Family<?, ?, ?>> families) {
        this.store = store;
        this.families = families;
    }

    LogMemory load(String logId, Map<String, Topic> topics) {
        var memory = new LogMemory(logId, families);
        memory.takeUpParked(unreadable(store, memory, topics), Map.of());
        for (var family : memory.families()) {
            load(memory, family);
        }
        memory.settle();
        store.facts().of(newest.subjects()).values().forEach(memory.newest()::add);
        return memory;
    }

    /** What is parked of the topics that there are, by subject of this log. */
    static Map<Subject, List<NoFact>> unreadable(
            FeedStore store, LogMemory memory, Map<String, Topic> topics) {
        Map<Subject, List<NoFact>> found = new HashMap<>();
        for (var record : store.parked().of(Topic.ids(topics))) {
            var subject = memory.subject(record);
            found.computeIfAbsent(subject, _ -> new ArrayList<>()).add(record);
        }
        return found;
    }

    private void load(LogMemory memory, HeldFamily<?, ?, ?> family) {
        List<Subject> outdated = new ArrayList<>();
        store.subjects()
                .each(
                        family.family().name(),
                        memory.logId(),
                        document -> {
                            if (SubjectDocument.isCurrent(family.family(), document)) {
                                load(memory, family.read(document));
                            } else {
                                outdated.add(SubjectDocument.subject(document));
                            }
                        });
        deriveAnew(memory, family, outdated);
    }

    /** Derives from the facts what was derived by other rules, or could not be read by them. */
    private void deriveAnew(LogMemory memory, HeldFamily<?, ?, ?> family, List<Subject> subjects) {
        int step = 1000;
        for (int from = 0; from < subjects.size(); from += step) {
            var some = subjects.subList(from, Math.min(subjects.size(), from + step));
            store.facts()
                    .of(some)
                    .forEach(
                            (subject, facts) ->
                                    load(
                                            memory,
                                            family.derive(
                                                    subject, facts, memory.unreadable(subject))));
        }
    }

    private void load(LogMemory memory, Fresh fresh) {
        memory.load(fresh);
        newest.see(fresh);
    }
}
