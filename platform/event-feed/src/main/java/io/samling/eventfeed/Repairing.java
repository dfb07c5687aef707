package io.samling.eventfeed;

import io.samling.eventfeed.TopicWatch.Topic;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;

/** Tries again what is parked, after the code that reads it was mended. */
final class Repairing {

    private final Families families;
    private final FeedStore store;
    private final Supplier<Map<String, Topic>> topics;

    Repairing(Families families, FeedStore store, Supplier<Map<String, Topic>> topics) {
        this.families = families;
        this.store = store;
        this.topics = topics;
    }

    /** Tries every parked record and subject again, and tells all instances. */
    Left repair() {
        Map<String, Set<Subject>> byFamily = new HashMap<>();
        for (var document : store.parked().all()) {
            keepWhatIsReadableNow(document, byFamily);
        }
        for (var document : store.subjects().parked()) {
            touch(byFamily, SubjectDocument.subject(document));
        }
        derive(byFamily);
        store.repairs().tell();
        return new Left(store.subjects().parked().size(), store.parked().all().size());
    }

    private void derive(Map<String, Set<Subject>> byFamily) {
        try (var keeping = new Keeping(store, topics.get())) {
            var _ = keeping.takeUp(List.of());
            for (var topic : families.topics()) {
                var family = families.on(topic);
                if (family != null) {
                    keeping.derive(family, byFamily.getOrDefault(family.name(), Set.of()));
                }
            }
        }
    }

    private void keepWhatIsReadableNow(Document document, Map<String, Set<Subject>> byFamily) {
        var family = families.on(document.getString("topic"));
        if (family == null) {
            return;
        }
        try {
            var record = ParkedRecords.record(document);
            var fact = RecordReader.read(record);
            var subject = Subject.of(family, fact);
            store.facts().keep(List.of(KeptRecord.of(subject, fact, record)));
            store.parked().remove(document);
            touch(byFamily, subject);
        } catch (UnreadableRecord still) {
            // it stays parked, and is counted as left
        }
    }

    private static void touch(Map<String, Set<Subject>> byFamily, Subject subject) {
        byFamily.computeIfAbsent(subject.family(), _ -> new LinkedHashSet<>()).add(subject);
    }

    /** What is still parked: subjects with facts that cannot be read, records that are no facts. */
    record Left(int subjects, int records) {}
}
