package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import io.samling.eventfeed.TopicWatch.Topic;
import io.samling.eventfeed.Underived.Touched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records as facts, a batch at a time, and derives the subjects that they touched: at once,
 * or after many batches, for that saves deriving a subject again with each of its facts. It writes
 * while the next batch is read.
 */
final class Keeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private final FeedStore store;
    private final Map<String, Topic> topics;
    private final Writers writers = new Writers();
    private final Underived underived = new Underived();

    /** Partitions of which everything that is kept was read here and is not derived yet. */
    private final Set<TopicPartition> fromTheBeginning = new HashSet<>();

    private final Set<TopicPartition> readFrom = new HashSet<>();

    /** The logs last heard of, until one is adopted. */
    private final Map<Family<?, ?, ?>, String> logs = new HashMap<>();

    /** What was found to be poison while deriving; it is noted once its fact is kept for sure. */
    private final Queue<Poisoned> poisoned = new ConcurrentLinkedQueue<>();

    /** Of each topic, from where on facts wait because of a record that is none, by subject. */
    private volatile Map<String, Map<String, Parked>> parked = Map.of();

    private record Poisoned(Family<?, ?, ?> family, Subject subject, Parked because) {}

    Keeping(FeedStore store, Map<String, Topic> topics) {
        this.store = store;
        this.topics = topics;
    }

    /** Takes up what others parked and kept: the next offset of each partition. */
    Map<TopicPartition, Long> takeUp(Collection<TopicPartition> partitions) {
        lookUpParked();
        var offsets = store.offsets().of(Topic.ids(topics));
        partitions.forEach(fromTheBeginning::remove);
        if (store.facts().isEmpty()) {
            fromTheBeginning.addAll(partitions);
            fromTheBeginning.removeAll(offsets.keySet());
        }
        return offsets;
    }

    /** Stores how far is kept and derived, once it is. */
    void settle(Map<TopicPartition, Long> reached) {
        finish();
        store.offsets().store(reached, Topic.ids(topics));
    }

    /** Takes records in; they are safe once they are derived. */
    void keep(
            Family<?, ?, ?> family,
            TopicPartition partition,
            Iterable<ConsumerRecord<byte[], byte[]>> records) {
        readFrom.add(partition);
        List<KeptRecord> kept = new ArrayList<>();
        for (var record : records) {
            try {
                var fact = RecordReader.read(record);
                var subject = Subject.of(family, fact);
                logs.put(family, fact.logId());
                kept.add(KeptRecord.of(subject, fact, record));
                touch(family, partition, subject, fact);
            } catch (UnreadableRecord garbled) {
                write(kept);
                kept = new ArrayList<>();
                underived.touch(family, park(family, record, garbled.reason()));
            }
        }
        write(kept);
    }

    /** How many subjects were touched and not derived since. */
    int underived() {
        return underived.size();
    }

    /** Has what was touched derived, which may go on for a while: {@link #settle} waits for it. */
    void derive() {
        if (underived.isToBeRead()) {
            writers.await();
        }
        underived.drain((family, some) -> writers.give(() -> derive(family, some)));
        fromTheBeginning.removeAll(readFrom);
        readFrom.clear();
    }

    /** Derives subjects from all facts kept for them, and stores what is derived from more. */
    void derive(Family<?, ?, ?> family, Set<Subject> subjects) {
        subjects.forEach(subject -> underived.touch(family, subject));
        derive();
        finish();
    }

    /** When this returns, all that was to be kept and derived is safe. */
    private void finish() {
        writers.await();
        for (var next = poisoned.poll(); next != null; next = poisoned.poll()) {
            note(next);
        }
    }

    private void touch(
            Family<?, ?, ?> family, TopicPartition partition, Subject subject, KeptFact fact) {
        if (!fromTheBeginning.contains(partition)) {
            underived.touch(family, subject);
            return;
        }
        underived.add(family, subject, fact);
        if (underived.isFull()) {
            underived.letFactsGo();
            fromTheBeginning.removeAll(readFrom);
        }
    }

    private void write(List<KeptRecord> kept) {
        if (!kept.isEmpty()) {
            writers.give(() -> store.facts().keep(kept));
        }
    }

    private void derive(Family<?, ?, ?> family, List<Touched> some) {
        List<Subject> toRead = new ArrayList<>();
        for (var touched : some) {
            if (touched.facts() == null) {
                toRead.add(touched.subject());
            }
        }
        var read = store.facts().of(toRead);
        if (some.stream().anyMatch(touched -> parkedOf(family, touched.subject()) != null)) {
            // after the facts: whoever repaired a record since derives from these facts as well
            lookUpParked();
        }
        List<Document> anew = new ArrayList<>();
        List<Document> again = new ArrayList<>();
        for (var touched : some) {
            var subject = touched.subject();
            if (touched.facts() != null) {
                anew.add(document(family, subject, touched.facts()));
            } else if (read.containsKey(subject)) {
                again.add(document(family, subject, read.getOrDefault(subject, List.of())));
            }
        }
        store.subjects().insert(anew);
        store.subjects().replace(again);
    }

    private <F, V> Document document(
            Family<F, V, ?> family, Subject subject, List<KeptFact> facts) {
        var unreadable = parkedOf(family, subject);
        var derived = Deriving.derive(family, facts, unreadable);
        var because = derived.parked();
        if (because != null) {
            LOG.error("Parked {} facts: {}", derived.parkedFacts(), because.reason());
            if (!because.equals(unreadable)) {
                poisoned.add(new Poisoned(family, subject, because));
            }
        }
        return SubjectDocument.of(family, subject, derived);
    }

    private void note(Poisoned found) {
        var kept = store.facts().at(found.subject(), found.because().position());
        var name = found.family().topic();
        var topic = topics.get(name);
        if (kept != null && kept.partition() >= 0 && topic != null) {
            var partition = new TopicPartition(name, kept.partition());
            store.poison().note(topic.id(), partition, kept.offset(), found.because().reason());
        }
    }

    /** Everything before the record is kept already, and nothing behind it. */
    private Subject park(
            Family<?, ?, ?> family, ConsumerRecord<byte[], byte[]> record, String reason) {
        writers.await();
        var adopted = store.logs().of(family.service());
        var log = adopted == null ? logs.getOrDefault(family, "") : adopted;
        var subject = new Subject(family.name(), log, RecordReader.subjectOf(record));
        var topic = Objects.requireNonNull(topics.get(record.topic()));
        LOG.error("Parked {} {}: {}", record.topic(), record.offset(), reason);
        store.parked().park(record, topic.id(), lastKept(subject), reason);
        var partition = new TopicPartition(record.topic(), record.partition());
        store.poison().note(topic.id(), partition, record.offset(), reason);
        lookUpParked();
        return subject;
    }

    private void lookUpParked() {
        Map<String, Map<String, Parked>> found = new HashMap<>();
        for (var record : store.parked().of(Topic.ids(topics))) {
            found.computeIfAbsent(record.partition().topic(), _ -> new HashMap<>())
                    .merge(record.subject(), record.parked(), Parked::earlier);
        }
        parked = found;
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

    @Override
    public void close() {
        writers.close();
    }
}
