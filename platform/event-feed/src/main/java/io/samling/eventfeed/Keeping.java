package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import io.samling.eventfeed.TopicWatch.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records as facts, a batch at a time, and derives the subjects that they touched: at once,
 * or after many batches, for that saves deriving a subject again with each of its facts.
 */
final class Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private static final int SUBJECTS_AT_ONCE = 500;

    private final FeedStore store;
    private final Map<String, Topic> topics;
    private final Map<Family<?, ?, ?>, Set<Subject>> underived = new LinkedHashMap<>();
    private Map<String, Map<String, Parked>> parked = Map.of();

    Keeping(FeedStore store, Map<String, Topic> topics) {
        this.store = store;
        this.topics = topics;
    }

    /** Takes up what others parked and kept: the next offset of each partition. */
    Map<TopicPartition, Long> takeUp() {
        parked = store.parked().of(Topic.ids(topics));
        return store.offsets().of(Topic.ids(topics));
    }

    /** Stores how far is kept and derived. */
    void settle(Map<TopicPartition, Long> reached) {
        store.offsets().store(reached, Topic.ids(topics));
    }

    /** Keeps one family's records; when this returns, they are safe. */
    void keep(Family<?, ?, ?> family, Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<KeptFact> facts = new ArrayList<>();
        var touched = underived.computeIfAbsent(family, _ -> new LinkedHashSet<>());
        for (var record : records) {
            try {
                var fact = RecordReader.read(record);
                facts.add(fact);
                touched.add(Subject.of(family, fact));
            } catch (UnreadableRecord garbled) {
                store.facts().keep(family, facts);
                facts.clear();
                touched.add(park(family, record, garbled.reason()));
            }
        }
        store.facts().keep(family, facts);
    }

    /** How many subjects were touched and not derived since. */
    int underived() {
        return underived.values().stream().mapToInt(Set::size).sum();
    }

    /** Derives what was touched; when this returns, all that was kept is derived too. */
    void derive() {
        underived.forEach(this::derive);
        underived.clear();
    }

    /** Derives subjects from all facts kept for them, and stores what is derived from more. */
    void derive(Family<?, ?, ?> family, Set<Subject> subjects) {
        var all = List.copyOf(subjects);
        for (int from = 0; from < all.size(); from += SUBJECTS_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + SUBJECTS_AT_ONCE));
            List<Document> documents = new ArrayList<>(some.size());
            store.facts()
                    .of(some)
                    .forEach((subject, facts) -> documents.add(document(family, subject, facts)));
            store.subjects().replace(documents);
        }
    }

    private <F, V> Document document(
            Family<F, V, ?> family, Subject subject, List<KeptFact> facts) {
        var derived = Deriving.derive(family, facts, parkedOf(family, subject));
        if (derived.parked() != null) {
            LOG.error("Parked {} facts: {}", derived.parkedFacts(), derived.parked().reason());
        }
        return SubjectDocument.of(family, subject, derived);
    }

    /** Everything before the record is kept already, and nothing behind it. */
    private Subject park(
            Family<?, ?, ?> family, ConsumerRecord<byte[], byte[]> record, String reason) {
        var log = Objects.requireNonNullElse(store.logs().of(family.service()), "");
        var subject = new Subject(family.name(), log, RecordReader.subjectOf(record));
        var topic = Objects.requireNonNull(topics.get(record.topic()));
        LOG.error("Parked {} {}: {}", record.topic(), record.offset(), reason);
        store.parked().park(record, topic.id(), lastKept(subject), reason);
        parked = store.parked().of(Topic.ids(topics));
        return subject;
    }

    private @Nullable Parked parkedOf(Family<?, ?, ?> family, Subject subject) {
        return parked.getOrDefault(family.topic(), Map.of()).get(subject.id());
    }

    private long lastKept(Subject subject) {
        return store.facts().of(Set.of(subject)).getOrDefault(subject, List.of()).stream()
                .mapToLong(KeptFact::position)
                .max()
                .orElse(-1);
    }
}
