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
    private final Map<Subject, Parked> unreadable = new HashMap<>();
    private final Map<Subject, Integer> parked = new HashMap<>();
    private final Timeline timeline = new Timeline();
    private final NewestFacts newest = new NewestFacts();
    private final String logId;
    private int parkedFacts;

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

    /** How many facts and records wait for a repair, and so do not count. */
    int parkedFacts() {
        return reading(() -> parkedFacts + unreadable.size());
    }

    /** How many rows there are. */
    int size() {
        return reading(
                () -> byTopic.values().stream().mapToInt(family -> family.rows().size()).sum());
    }

    /** From where on the subject's facts are parked because of a record that is no fact. */
    @Nullable Parked unreadable(Subject subject) {
        return unreadable.get(subject);
    }

    /** The subjects that have parked facts. */
    Set<Subject> parkedSubjects() {
        return Set.copyOf(parked.keySet());
    }

    /** The subjects of which a record is no fact. */
    Set<Subject> unreadableSubjects() {
        return Set.copyOf(unreadable.keySet());
    }

    /** Sets what is parked because of records that are no facts. */
    void park(Map<Subject, Parked> records) {
        writing(
                () -> {
                    unreadable.clear();
                    unreadable.putAll(records);
                });
    }

    /** Parks a subject's later facts because of a record that is no fact. */
    void park(Subject subject, Parked from) {
        writing(() -> unreadable.merge(subject, from, Parked::earlier));
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
        var before = parked.remove(fresh.subject());
        parkedFacts -= before == null ? 0 : before;
        int parkedNow = fresh.derived().parkedFacts();
        if (parkedNow > 0) {
            parked.put(fresh.subject(), parkedNow);
            parkedFacts += parkedNow;
        }
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
