package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import io.samling.eventfeed.HeldFamily.Fresh;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What is held in memory of one log: the rows of its families, what is parked, and when its
 * positions were recorded.
 *
 * <p>A lock for many readers or one writer guards it. Rows are changed in place (closing a
 * known-until would otherwise copy a column), a batch takes microseconds to put in, a scan
 * milliseconds, and neither waits for Kafka or MongoDB while it holds the lock.
 */
final class LogMemory {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, HeldFamily<?, ?, ?>> byTopic = new HashMap<>();
    private final ParkedSubjects parked = new ParkedSubjects();
    private final Timeline timeline = new Timeline();
    private final NewestFacts newest = new NewestFacts();
    private final String logId;

    LogMemory(String logId, Collection<Family<?, ?, ?>> families) {
        this.logId = logId;
        families.forEach(family -> byTopic.put(family.topic(), HeldFamily.of(family)));
    }

    String logId() {
        return logId;
    }

    /** The families of this log. */
    Collection<HeldFamily<?, ?, ?>> families() {
        return byTopic.values();
    }

    /** The family that takes a topic's facts. */
    HeldFamily<?, ?, ?> on(String topic) {
        var family = byTopic.get(topic);
        if (family == null) {
            throw new IllegalArgumentException("No family takes " + topic);
        }
        return family;
    }

    /** Asks the rows of one class, while nobody changes them. */
    <R extends SubjectRows<?>, T> T read(Class<R> kind, Function<R, T> question) {
        return reading(() -> question.apply(rows(kind)));
    }

    /** The last position recorded by then. */
    long lastBy(Instant moment) {
        return reading(() -> timeline.lastBy(moment));
    }

    /** How many facts and records of a topic wait for a repair, that would be known by then. */
    int parked(String topic, long known) {
        return reading(() -> parked.count(on(topic).family().name(), known));
    }

    /** How many facts and records wait for a repair. */
    int parked() {
        return byTopic.keySet().stream().mapToInt(topic -> parked(topic, Long.MAX_VALUE)).sum();
    }

    /** What could not be read, in the order of the log. */
    List<Unread> unread(int limit) {
        return reading(() -> parked.list(this::topicOf, limit));
    }

    /** How many rows there are. */
    int size() {
        return reading(
                () -> byTopic.values().stream().mapToInt(family -> family.rows().size()).sum());
    }

    /** From where on the subject's facts are parked because of a record that is no fact. */
    @Nullable Parked unreadable(Subject subject) {
        return parked.unreadable(subject);
    }

    /** The subjects of which anything is parked. */
    Set<Subject> parkedSubjects() {
        return parked.subjects();
    }

    /** Takes up the records that are parked, all of them up to where this is settled. */
    void takeUpParked(Map<Subject, List<NoFact>> stored, Map<TopicPartition, Long> settled) {
        writing(() -> parked.replace(stored, settled));
    }

    /** Parks a subject's later facts because of a record that is no fact. */
    Subject park(NoFact record) {
        var subject = subject(record);
        writing(() -> parked.add(subject, record));
        return subject;
    }

    /** Whose facts are parked because of a record that is no fact. */
    Subject subject(NoFact record) {
        var family = on(record.partition().topic()).family();
        return new Subject(family.name(), logId, record.subject());
    }

    /** Puts in what was derived, all at once, and when the facts new to it were recorded. */
    void put(List<Fresh> batch, Collection<KeptFact> newFacts) {
        writing(
                () -> {
                    batch.forEach(this::put);
                    for (var fact : newFacts) {
                        timeline.add(fact.position(), Timeline.nanos(fact.recorded()));
                    }
                    timeline.settle();
                    newest.add(newFacts);
                });
    }

    /** Takes up one subject as it was stored; {@link #settle} is to follow after the last. */
    void load(Fresh fresh) {
        writing(
                () -> {
                    put(fresh);
                    for (var told : fresh.derived().told()) {
                        timeline.add(told.position(), told.recordedNanos());
                    }
                });
    }

    /** The newest facts, as they came. */
    NewestFacts newest() {
        return newest;
    }

    /** Ends loading. */
    void settle() {
        writing(timeline::settle);
    }

    private void put(Fresh fresh) {
        fresh.put().run();
        parked.put(fresh.subject(), fresh.derived());
    }

    private String topicOf(String family) {
        for (var held : byTopic.values()) {
            if (held.family().name().equals(family)) {
                return held.family().topic();
            }
        }
        throw new IllegalArgumentException("No family " + family);
    }

    private <R extends SubjectRows<?>> R rows(Class<R> kind) {
        for (var family : byTopic.values()) {
            if (kind.isInstance(family.rows())) {
                return kind.cast(family.rows());
            }
        }
        throw new IllegalArgumentException("No rows of " + kind);
    }

    private <T> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void writing(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
