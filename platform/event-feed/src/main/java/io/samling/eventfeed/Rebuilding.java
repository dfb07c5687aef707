package io.samling.eventfeed;

import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import io.samling.eventfeed.TopicWatch.Topic;
import io.samling.rebuild.OwnThread;
import io.samling.rebuild.RebuildCourse;
import io.samling.rebuild.Rebuilds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds the view from the topics into a generation of its own, compares it with the running one
 * as known at the same positions, and has it take over. The running one is read, never written.
 */
final class Rebuilding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final long SIGN_OF_LIFE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long MARK_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long KEPT_WITHIN_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long PAUSE_MILLIS = 100;
    private static final long TAKE_OVER_SECONDS = 60;

    /** Within this every instance has looked more than once at what answers now. */
    private static final long NOTICED_MILLIS = 4 * ActiveStore.EVERY_MILLIS;

    private final String owner = UUID.randomUUID().toString();
    private final Surroundings around;
    private final FeedStore old;
    private final FeedStore anew;
    private final boolean keepOld;
    private final OwnThread thread;
    private final long start = System.nanoTime();
    private long lastSign;
    private final RebuildCourse course;

    private Rebuilding(Surroundings around, boolean keepOld) {
        this.around = around;
        this.keepOld = keepOld;
        var generations = around.active().generations();
        int generation = generations.begin(owner, around.clock().instant());
        this.old = around.store(generations.active()); // this instance may not have noticed it yet
        this.anew = around.store(generation);
        this.course = new RebuildCourse(generation, around.clock().instant());
        this.thread = new OwnThread("feed-rebuild-" + generation, this::run);
    }

    /** What a rebuild needs of the feed that it runs in. */
    interface Surroundings {

        Clock clock();

        FeedStore active();

        FeedStore store(int generation);

        Rebuilds rebuilds();

        Families families();

        Map<String, Topic> topics();

        Collection<LogView> logs();

        Consumer<byte[], byte[]> consumer();

        MarkReader marks();
    }

    /** Begins a rebuild. */
    static Rebuilding begin(Surroundings around, boolean keepOld) {
        var rebuilding = new Rebuilding(around, keepOld);
        rebuilding.note();
        rebuilding.thread.start();
        return rebuilding;
    }

    int id() {
        return anew.generation();
    }

    private void run() {
        try {
            rebuild();
        } catch (RuntimeException fault) {
            LOG.warn("Rebuild {} failed", id(), fault);
            fail(thread.isClosing() ? "the service was stopped" : String.valueOf(fault));
        }
    }

    private void fail(String reason) {
        if (course.now().isOver()) {
            return;
        }
        try {
            old.generations().giveUp(owner);
            course.failed(around.clock().instant(), reason);
            note();
        } catch (RuntimeException fault) {
            LOG.warn("Rebuild {} could not say that it failed", id(), fault);
        }
    }

    private void rebuild() {
        var topics = around.topics();
        if (topics.size() < around.families().topics().size()) {
            throw new IllegalStateException("not all topics of facts are there");
        }
        anew.prepare();
        adoptNewestLogs();
        try (var consumer = around.consumer();
                var keeping = new Keeping(anew, topics)) {
            var partitions = partitions(topics);
            consumer.assign(partitions);
            var intake = new Intake(consumer, around.families(), keeping);
            intake.begin(partitions, keeping.takeUp(partitions));
            readUntilNearTheEnd(intake);
            compare(intake, topics);
            readUntilNearTheEnd(intake);
        }
        takeOver();
    }

    private void readUntilNearTheEnd(Intake intake) {
        do {
            step(intake);
        } while (!intake.isNearTheEnd());
    }

    private void step(Intake intake) {
        verifyOpen();
        var _ = intake.step();
        long read = intake.read();
        course.read(read, read + intake.behind());
        if (course.isReading()) {
            course.reads(perSecond(read));
        }
        signOfLife();
    }

    private long perSecond(long read) {
        return Math.round(read / ((System.nanoTime() - start) / 1e9));
    }

    /** Compares as known where the running view stands now, once both have kept all up to there. */
    private void compare(Intake intake, Map<String, Topic> topics) {
        var comparison = new Comparison(old, anew, this::signOfLife);
        List<ProgressMark> marks = new ArrayList<>();
        List<LogPosition> positions = new ArrayList<>();
        for (var log : around.logs()) {
            var state = log.state();
            if (state == null) {
                comparison.note(log.service() + " is not compared: " + log.sentence());
            } else {
                marks.add(state.mark());
                positions.add(state.known());
            }
        }
        course.compares(LogPositions.of(positions).toString());
        note();
        long deadline = System.nanoTime() + KEPT_WITHIN_NANOS;
        while (!marks.stream().allMatch(mark -> areKept(mark, topics))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the running view is not kept up to " + positions);
            }
            step(intake);
        }
        marks.forEach(mark -> compare(comparison, mark));
        course.compared(comparison.differing(), comparison.differences());
        note();
    }

    private boolean areKept(ProgressMark mark, Map<String, Topic> topics) {
        return Marks.isCovered(mark, reached(old, topics))
                && Marks.isCovered(mark, reached(anew, topics));
    }

    /** How far all partitions are kept; one of which nothing is kept stands at its beginning. */
    private Map<TopicPartition, Long> reached(FeedStore store, Map<String, Topic> topics) {
        var reached = store.offsets().of(Topic.ids(topics));
        partitions(topics).forEach(partition -> reached.putIfAbsent(partition, 0L));
        return reached;
    }

    private void compare(Comparison comparison, ProgressMark mark) {
        for (var family : around.families().of(mark.service())) {
            comparison.compare(family.name(), mark.logId(), mark.position());
        }
    }

    private void takeOver() {
        old.generations().goOn(owner, around.clock().instant());
        old.generations().activate(owner, id());
        course.switched(around.clock().instant());
        note();
        if (keepOld) {
            return;
        }
        pauseUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(TAKE_OVER_SECONDS), this::isShown);
        // what other instances still keep in it would make it anew
        pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(NOTICED_MILLIS), () -> false);
        old.generations().drop(old.generation());
    }

    private void pauseUntil(long deadline, BooleanSupplier over) {
        while (!over.getAsBoolean() && System.nanoTime() < deadline && !thread.isClosing()) {
            thread.pause(PAUSE_MILLIS);
        }
    }

    private boolean isShown() {
        return around.logs().stream()
                .allMatch(log -> log.state() == null || log.generation() >= id());
    }

    private void adoptNewestLogs() {
        for (var service : around.families().services()) {
            try (var consumer = around.consumer()) {
                var progress = new TopicPartition(Topics.progressOf(service), 0);
                long deadline = System.nanoTime() + MARK_WITHIN_NANOS;
                var newest =
                        new NewestMark(consumer, progress, around.marks())
                                .await(() -> thread.isClosing() || System.nanoTime() > deadline);
                if (newest != null) {
                    anew.logs().adopt(service, newest.logId());
                }
            }
        }
    }

    private List<TopicPartition> partitions(Map<String, Topic> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (var service : around.families().services()) {
            partitions.addAll(Following.partitions(around.families().of(service), topics));
        }
        return partitions;
    }

    private void signOfLife() {
        verifyOpen();
        if (System.nanoTime() - lastSign > SIGN_OF_LIFE_NANOS) {
            lastSign = System.nanoTime();
            old.generations().goOn(owner, around.clock().instant());
            note();
        }
    }

    private void note() {
        around.rebuilds().store(course.now());
    }

    private void verifyOpen() {
        if (thread.isClosing()) {
            throw new IllegalStateException("the service is stopping");
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
