package io.samling.eventstore.view;

import io.samling.eventstore.view.ViewState.Standing;
import io.samling.rebuild.OwnThread;
import io.samling.rebuild.Rebuild;
import io.samling.rebuild.RebuildCourse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a view again from the first event into a generation of its own, compares it with the one
 * that answers, and has it take over at a position that both have reached. The running one is read,
 * never written, and waits only while the last few events and rows are looked at.
 */
final class ViewRebuilding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewRebuilding.class);
    private static final long SIGN_OF_LIFE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int BATCH = 1000;

    /** So many rows are compared while the running view waits. */
    private static final int FEW = 200;

    private static final int ROUNDS = 10;
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 50;

    private final String owner = UUID.randomUUID().toString();
    private final ViewParts view;
    private final ViewSource source;
    private final Clock clock;
    private final Rows old;
    private final Rows anew;
    private final RebuildCourse course;
    private final OwnThread thread;
    private final long start = System.nanoTime();
    private long lastSign;
    private long reached = -1;
    private volatile Rebuild noted;

    private ViewRebuilding(ViewParts view, ViewSource source, Clock clock) {
        this.view = view;
        this.source = source;
        this.clock = clock;
        int generation = view.generations().begin(owner, clock.instant());
        this.old = view.rows(view.state().standing().active());
        this.anew = view.rows(generation);
        this.course = new RebuildCourse(generation, clock.instant());
        this.noted = course.now();
        this.thread = new OwnThread("view-rebuild-" + generation, this::run);
    }

    /** Begins a rebuild. */
    static ViewRebuilding begin(ViewParts view, ViewSource source, Clock clock) {
        var rebuilding = new ViewRebuilding(view, source, clock);
        rebuilding.note();
        rebuilding.thread.start();
        return rebuilding;
    }

    /** As it was noted last; any thread may ask. */
    Rebuild now() {
        return noted;
    }

    private void run() {
        try {
            rebuild();
        } catch (RuntimeException fault) {
            LOG.warn("Rebuild {} failed", anew.generation(), fault);
            fail(thread.isClosing() ? "the service was stopped" : reasonOf(fault));
        }
    }

    private static String reasonOf(RuntimeException fault) {
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }

    private void fail(String reason) {
        if (course.now().isOver()) {
            return;
        }
        try {
            view.generations().giveUp(owner);
            course.failed(clock.instant(), reason);
            note();
        } catch (RuntimeException fault) {
            LOG.warn("Rebuild {} could not say that it failed", anew.generation(), fault);
        }
    }

    private void rebuild() {
        anew.prepare(view.sorts());
        try (var reading = source.open()) {
            readUntilNear(reading);
            var position = standing().at();
            readTo(position, reading);
            course.compares(view.log().at(position).toString());
            note();
            var comparison = new RowComparison(old, anew, view.sorts(), this::signOfLife);
            var open = comparison.all(position);
            for (var round = 0; round < ROUNDS && sizeOf(open) > FEW; round++) {
                open = compareLater(comparison, open, reading);
            }
            takeOver(comparison, open, reading);
        }
        view.generations().drop(old.generation());
    }

    private Map<RowSort<?>, Set<String>> compareLater(
            RowComparison comparison,
            Map<RowSort<?>, Set<String>> open,
            ViewSource.Reading reading) {
        var position = standing().at();
        readTo(position, reading);
        return comparison.some(open, position);
    }

    /**
     * The running view waits meanwhile, and stands where the new one does, unless another instance
     * has begun to feed it.
     */
    private void takeOver(
            RowComparison comparison,
            Map<RowSort<?>, Set<String>> open,
            ViewSource.Reading reading) {
        var left = open;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            readUntilNear(reading);
            view.writing().lock();
            try {
                left = compareLater(comparison, left, reading);
                if (view.state().replace(old.generation(), reached, owner, anew.generation())) {
                    comparison.ahead(left);
                    course.compared(comparison.differing(), comparison.differences());
                    course.switched(clock.instant());
                    note();
                    LOG.info("Rebuild {} answers from {} on", anew.generation(), reached);
                    return;
                }
            } finally {
                view.writing().unlock();
            }
            thread.pause(PAUSE_MILLIS);
        }
        throw new IllegalStateException("Another instance feeds the view");
    }

    private void readUntilNear(ViewSource.Reading reading) {
        do {
            readTo(standing().at(), reading);
        } while (standing().at() - reached > BATCH);
    }

    private void readTo(long position, ViewSource.Reading reading) {
        while (reached < position) {
            signOfLife();
            var changes = new Changes();
            reached = reading.into(changes, BATCH, position);
            var batch = RowBatch.of(anew, view.sorts(), changes.gathered());
            var stands = batch.stands();
            if (stands != null) {
                throw stands;
            }
            batch.write();
            course.read(reached + 1, position + 1);
            if (course.isReading()) {
                course.reads(Math.round((reached + 1) / ((System.nanoTime() - start) / 1e9)));
            }
        }
    }

    private Standing standing() {
        var standing = view.state().standing();
        if (standing.active() != old.generation()) {
            throw new IllegalStateException("The view was begun anew meanwhile");
        }
        return standing;
    }

    private static int sizeOf(Map<RowSort<?>, Set<String>> rows) {
        return rows.values().stream().mapToInt(Set::size).sum();
    }

    private void signOfLife() {
        if (thread.isClosing()) {
            throw new IllegalStateException("The service is stopping");
        }
        if (System.nanoTime() - lastSign > SIGN_OF_LIFE_NANOS) {
            lastSign = System.nanoTime();
            view.generations().goOn(owner, clock.instant());
            note();
        }
    }

    private void note() {
        noted = course.now();
        view.rebuilds().store(noted);
    }

    @Override
    public void close() {
        thread.close();
    }
}
