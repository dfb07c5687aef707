package io.samling.eventfeed;

import io.samling.eventfeed.Derived.Parked;
import io.samling.eventfeed.Derived.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What waits for a repair in one log, by subject: records that are no facts, and facts. */
final class ParkedSubjects {

    /** By where they lie: the same one may be read, and be stored by another instance. */
    private final Map<Subject, Map<String, NoFact>> records = new HashMap<>();

    private final Map<Subject, Waiting> facts = new HashMap<>();

    private record Waiting(Parked because, List<Told> told) {}

    private record Entry(Subject subject, Parked because, int facts) {}

    /** Notes a record; one that is noted already may only have come earlier. */
    void add(Subject subject, NoFact record) {
        records.computeIfAbsent(subject, _ -> new HashMap<>())
                .merge(
                        record.parked().place(),
                        record,
                        (one, other) ->
                                one.parked().position() <= other.parked().position() ? one : other);
    }

    /**
     * Takes up which records are parked.
     *
     * @param settled up to where all that had to be parked is among them: beyond it, what was read
     *     here is not stored yet
     */
    void replace(Map<Subject, List<NoFact>> stored, Map<TopicPartition, Long> settled) {
        records.values()
                .removeIf(
                        ofSubject -> {
                            ofSubject.values().removeIf(record -> isBelow(settled, record));
                            return ofSubject.isEmpty();
                        });
        stored.forEach((subject, some) -> some.forEach(record -> add(subject, record)));
    }

    private static boolean isBelow(Map<TopicPartition, Long> settled, NoFact record) {
        return record.offset() < settled.getOrDefault(record.partition(), 0L);
    }

    /** Takes up which facts of a subject are parked. */
    void put(Subject subject, Derived<?> derived) {
        var because = derived.parked();
        if (because == null) {
            facts.remove(subject);
        } else {
            var told = derived.told();
            var waiting = List.copyOf(told.subList(derived.readable(), told.size()));
            facts.put(subject, new Waiting(because, waiting));
        }
    }

    /** From where on the subject's facts are parked because of a record that is no fact. */
    @Nullable Parked unreadable(Subject subject) {
        return records.getOrDefault(subject, Map.of()).values().stream()
                .map(NoFact::parked)
                .reduce(Parked::earlier)
                .orElse(null);
    }

    /** The subjects of which anything is parked. */
    Set<Subject> subjects() {
        var subjects = new LinkedHashSet<>(facts.keySet());
        subjects.addAll(records.keySet());
        return subjects;
    }

    /** How many facts and records of a family are parked that would be known at a position. */
    int count(String family, long known) {
        long count = 0;
        for (var ofSubject : records.entrySet()) {
            if (ofSubject.getKey().family().equals(family)) {
                count +=
                        ofSubject.getValue().values().stream()
                                .filter(record -> record.parked().position() <= known)
                                .count();
            }
        }
        for (var ofSubject : facts.entrySet()) {
            if (ofSubject.getKey().family().equals(family)) {
                count +=
                        ofSubject.getValue().told().stream()
                                .filter(told -> told.position() <= known)
                                .count();
            }
        }
        return Math.toIntExact(count);
    }

    /**
     * What could not be read, in the order of the log.
     *
     * @param topicOf says on which topic a family's facts come
     */
    List<Unread> list(UnaryOperator<String> topicOf, int limit) {
        List<Entry> entries = new ArrayList<>();
        records.forEach(
                (subject, ofSubject) ->
                        ofSubject
                                .values()
                                .forEach(record -> entries.add(entry(subject, record.parked()))));
        facts.forEach(
                (subject, waiting) -> {
                    if (!waiting.because().equals(unreadable(subject))) {
                        entries.add(new Entry(subject, waiting.because(), waiting.told().size()));
                    }
                });
        return entries.stream()
                .sorted(Comparator.comparing(Entry::because))
                .limit(limit)
                .map(
                        entry ->
                                new Unread(
                                        topicOf.apply(entry.subject().family()),
                                        entry.because().place(),
                                        entry.because().reason(),
                                        entry.facts()))
                .toList();
    }

    /** A record, with the facts that wait because of it. */
    private Entry entry(Subject subject, Parked record) {
        var waiting = facts.get(subject);
        if (waiting == null || !waiting.because().equals(record)) {
            return new Entry(subject, record, 1);
        }
        return new Entry(subject, record, waiting.told().size() + 1);
    }
}
