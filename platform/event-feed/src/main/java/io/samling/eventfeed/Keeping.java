package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import io.samling.eventfeed.TopicWatch.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps records as facts and derives the subjects that they touch, a batch at a time. */
final class Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private final FeedStore store;
    private final Map<String, Topic> topics;
    private Map<String, Map<String, Parked>> parked = Map.of();

    Keeping(FeedStore store, Map<String, Topic> topics) {
        this.store = store;
        this.topics = topics;
    }

    /** Takes up what others parked of the partitions that are now ours. */
    void takeUp() {
        parked = store.parked().of(Topic.ids(topics));
    }

    /** Keeps and derives one family's records; when this returns, both are safe. */
    void keep(Family<?, ?, ?> family, List<ConsumerRecord<byte[], byte[]>> records) {
        List<KeptFact> facts = new ArrayList<>(records.size());
        Set<Subject> touched = new LinkedHashSet<>();
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
        derive(family, touched);
    }

    /** Derives subjects from all facts kept for them, and stores what is derived from more. */
    void derive(Family<?, ?, ?> family, Set<Subject> subjects) {
        List<Document> documents = new ArrayList<>();
        store.facts()
                .of(subjects)
                .forEach((subject, facts) -> documents.add(document(family, subject, facts)));
        store.subjects().replace(documents);
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
        takeUp();
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
