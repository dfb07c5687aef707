package io.samling.eventfeed;

import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import io.samling.eventfeed.HeldFamily.Fresh;
import io.samling.eventfeed.LogView.State;
import io.samling.eventfeed.TopicWatch.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One run of following a log: from loaded memory onwards, a poll at a time. */
final class Following {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_NANOS_WHEN_FULL = TimeUnit.MILLISECONDS.toNanos(50);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, Topic> topics;
    private final LogMemory memory;
    private final FeedStore store;
    private final Lead view;
    private final FeedSettings settings;
    private final MarkReader reader;
    private final String progress;
    private final Marks marks = new Marks();
    private final Recent recent = new Recent();
    private final Set<TopicPartition> facts = new LinkedHashSet<>();
    private long lastLook = System.nanoTime();
    private String lastRepair;
    private @Nullable ProgressMark before;
    private boolean full;

    Following(
            Consumer<byte[], byte[]> consumer,
            Map<String, Topic> topics,
            LogMemory memory,
            FeedStore store,
            Lead view,
            FeedSettings settings,
            MarkReader reader) {
        this.consumer = consumer;
        this.topics = topics;
        this.memory = memory;
        this.store = store;
        this.view = view;
        this.settings = settings;
        this.reader = reader;
        this.progress = Topics.progressOf(view.service());
        this.lastRepair = store.repairs().latest();
    }

    static String anotherLog(String logId) {
        return "the service has another log now, " + logId + ": rebuild to count from it";
    }

    /** Takes up reading behind what is kept, and the marks behind the newest. */
    void begin(ProgressMark newest, Map<TopicPartition, Long> kept) {
        var progressPartition = new TopicPartition(progress, 0);
        long afterMark = consumer.position(progressPartition);
        memory.families()
                .forEach(family -> facts.addAll(partitions(List.of(family.family()), topics)));
        List<TopicPartition> all = new ArrayList<>(facts);
        all.add(progressPartition);
        consumer.assign(all);
        consumer.seek(progressPartition, afterMark);
        facts.forEach(partition -> consumer.seek(partition, kept.getOrDefault(partition, 0L)));
        heed(newest);
        view.troubled("catching up");
    }

    /** The partitions on which the facts of these families come. */
    static List<TopicPartition> partitions(
            List<? extends Family<?, ?, ?>> families, Map<String, Topic> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (var family : families) {
            int count = Objects.requireNonNull(topics.get(family.topic())).partitions();
            for (int partition = 0; partition < count; partition++) {
                partitions.add(new TopicPartition(family.topic(), partition));
            }
        }
        return partitions;
    }

    /** Reads what has come, takes it in, and moves the view on. */
    void step() {
        Map<HeldFamily<?, ?, ?>, Set<Subject>> touched = new LinkedHashMap<>();
        List<KeptFact> taken = new ArrayList<>();
        for (var record : consumer.poll(POLL)) {
            if (record.topic().equals(progress)) {
                heed(reader.read(record));
            } else {
                takeIn(record, touched, taken);
            }
        }
        touched.forEach((family, subjects) -> memory.put(derive(family, subjects), taken));
        moveOn();
        stopOrGoOn();
        lookAround();
    }

    private void heed(@Nullable ProgressMark mark) {
        if (mark == null) {
            return;
        }
        if (!mark.logId().equals(memory.logId())) {
            view.stop(anotherLog(mark.logId()));
            throw new LogChanged(anotherLog(mark.logId()));
        }
        if (before != null && fell(before, mark)) {
            throw new LogChanged("the offsets of the progress marks fell: other topics");
        }
        before = mark;
        marks.add(mark);
    }

    private static boolean fell(ProgressMark before, ProgressMark mark) {
        return mark.offsets().entrySet().stream()
                .anyMatch(
                        topic -> {
                            var last = before.offsets().getOrDefault(topic.getKey(), List.of());
                            for (int at = 0; at < last.size(); at++) {
                                if (topic.getValue().get(at) < last.get(at)) {
                                    return true;
                                }
                            }
                            return false;
                        });
    }

    private void takeIn(
            ConsumerRecord<byte[], byte[]> record,
            Map<HeldFamily<?, ?, ?>, Set<Subject>> touched,
            List<KeptFact> taken) {
        var family = memory.on(record.topic());
        Subject subject;
        try {
            var fact = RecordReader.read(record);
            if (!fact.logId().equals(memory.logId())) {
                return;
            }
            subject = Subject.of(family.family(), fact);
            var partition = new TopicPartition(record.topic(), record.partition());
            recent.add(subject, fact, partition, record.offset());
            taken.add(fact);
        } catch (UnreadableRecord garbled) {
            subject = memory.park(noFact(record, family, garbled.reason()));
        }
        touched.computeIfAbsent(family, _ -> new LinkedHashSet<>()).add(subject);
    }

    /** As the one who keeps has parked it, or else behind all that was read of the subject. */
    private NoFact noFact(
            ConsumerRecord<byte[], byte[]> record, HeldFamily<?, ?, ?> family, String why) {
        var topic = Objects.requireNonNull(topics.get(record.topic()));
        var stored = store.parked().find(record, topic.id());
        return stored == null ? NoFact.of(record, lastRead(record, family), why) : stored;
    }

    private long lastRead(ConsumerRecord<byte[], byte[]> record, HeldFamily<?, ?, ?> family) {
        var subject =
                new Subject(family.family().name(), memory.logId(), RecordReader.subjectOf(record));
        return facts(family, Set.of(subject)).getOrDefault(subject, List.of()).stream()
                .mapToLong(KeptFact::position)
                .max()
                .orElse(-1);
    }

    private List<Fresh> derive(HeldFamily<?, ?, ?> family, Set<Subject> subjects) {
        List<Fresh> batch = new ArrayList<>(subjects.size());
        facts(family, subjects)
                .forEach(
                        (subject, facts) ->
                                batch.add(
                                        family.derive(subject, facts, memory.unreadable(subject))));
        return batch;
    }

    /** The facts of each subject: those kept, unless there can be none, and those read since. */
    private Map<Subject, List<KeptFact>> facts(HeldFamily<?, ?, ?> family, Set<Subject> subjects) {
        var seenBefore =
                subjects.stream().filter(subject -> family.rows().knows(subject.id())).toList();
        Map<Subject, List<KeptFact>> facts = new HashMap<>(store.facts().of(seenBefore));
        if (!seenBefore.isEmpty()) {
            store.verifyKept();
        }
        for (var subject : subjects) {
            facts.computeIfAbsent(subject, _ -> new ArrayList<>()).addAll(recent.of(subject));
        }
        return facts;
    }

    private void moveOn() {
        Map<TopicPartition, Long> reached = new HashMap<>();
        facts.forEach(partition -> reached.put(partition, consumer.position(partition)));
        var covered = marks.covered(reached);
        if (covered == null) {
            return;
        }
        var next = new State(memory, covered);
        if (!wouldFallBack(next)) {
            view.moveTo(next);
            view.troubled(null);
        }
    }

    /** A new run is shown once it has come as far as the one before it. */
    private boolean wouldFallBack(State next) {
        var shown = view.state();
        return shown != null
                && shown.known().logId().equals(next.known().logId())
                && shown.known().position() > next.known().position();
    }

    private void lookAround() {
        long patience = full ? LOOK_NANOS_WHEN_FULL : LOOK_NANOS;
        if (System.nanoTime() - lastLook < patience) {
            return;
        }
        lastLook = System.nanoTime();
        if (recent.size() > 0) {
            recent.forget(store.offsets().of(Topic.ids(topics)));
        }
        takeUpRepairs();
    }

    /** Reading stops where keeping is too far behind, and goes on when it has caught up by half. */
    private void stopOrGoOn() {
        if (!full && recent.size() > settings.ahead()) {
            consumer.pause(facts);
            full = true;
        } else if (full && recent.size() <= settings.ahead() / 2) {
            consumer.resume(facts);
            full = false;
        }
    }

    private void takeUpRepairs() {
        var repair = store.repairs().latest();
        if (repair.equals(lastRepair)) {
            return;
        }
        lastRepair = repair;
        var affected = memory.parkedSubjects();
        var settled = store.offsets().of(Topic.ids(topics)); // first: what is below is parked
        memory.takeUpParked(MemoryLoad.unreadable(store, memory, topics), settled);
        affected.addAll(memory.parkedSubjects());
        for (var family : memory.families()) {
            var ofFamily = new LinkedHashSet<>(affected);
            ofFamily.removeIf(subject -> !subject.family().equals(family.family().name()));
            memory.put(derive(family, ofFamily), List.of());
        }
    }

    /** What is followed is not what it was: the run ends, and a new one begins. */
    static final class LogChanged extends RuntimeException {
        LogChanged(String reason) {
            super(reason);
        }
    }
}
