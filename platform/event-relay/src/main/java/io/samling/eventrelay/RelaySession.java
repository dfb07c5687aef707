package io.samling.eventrelay;

import io.samling.contracts.ProgressMark;
import io.samling.eventrelay.Outlet.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at relaying: from finding out where to go on to the first fault. Whatever goes wrong
 * ends it, and the next attempt asks Kafka again how far the log has been told, so that a batch
 * whose fate is unknown is neither lost nor guessed at.
 */
final class RelaySession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelaySession.class);
    private static final Duration ATTENTION = Duration.ofMillis(200);

    /**
     * Small batches begin no closer together: a transaction costs the same for few and for many.
     */
    private static final Duration APART = Duration.ofMillis(15);

    /**
     * While there is more to tell; what is told after the last note is told again after a crash.
     */
    private static final Duration NOTE_EVERY = Duration.ofMillis(250);

    private final RelayParts parts;
    private final Logbook logbook;
    private final Outlet outlet;
    private ProgressMark mark;
    private long told;
    private long noted;
    private long notedAt = System.nanoTime();
    private ReadAhead<Telling> reading;
    private long lookedAt = System.nanoTime();

    private RelaySession(
            RelayParts parts, Logbook logbook, Outlet outlet, StartingPoint start, long head) {
        this.parts = parts;
        this.logbook = logbook;
        this.outlet = outlet;
        this.mark = start.mark();
        this.told = start.after();
        this.noted = told;
        this.reading = reading(told);
        logbook.write(status -> status.began(told, head, start.remark()));
    }

    private ReadAhead<Telling> reading(long after) {
        var facts = parts.facts();
        return ReadAhead.of(parts.log().after(after), recorded -> Telling.of(recorded, facts));
    }

    /** Finds out where to go on, having shut out whoever relayed before. */
    static RelaySession open(RelayParts parts, Logbook logbook) throws InterruptedException {
        try (var admin = parts.kafka().admin()) {
            parts.topics().ensure(admin);
            var outlet = new Outlet(parts.kafka().producer(parts.transactionalId()), parts.json());
            return opened(parts, logbook, outlet, parts.topics().ends(admin));
        }
    }

    private static RelaySession opened(
            RelayParts parts, Logbook logbook, Outlet outlet, Map<String, List<Long>> ends) {
        try {
            var head = parts.log().head();
            var start = startingPoint(parts, logbook, head, ends);
            if (start.remark() != null) {
                LOG.warn("{}", start.remark());
            }
            LOG.info("Relaying from position {} on; the log ends at {}", start.after() + 1, head);
            return new RelaySession(parts, logbook, outlet, start, head);
        } catch (RuntimeException fault) {
            outlet.close();
            throw fault;
        }
    }

    private static StartingPoint startingPoint(
            RelayParts parts, Logbook logbook, long head, Map<String, List<Long>> ends) {
        var wished = logbook.wishedRewind();
        var fromTheFirst = wished != null && wished == 0;
        try (var consumer = parts.kafka().consumer()) {
            var newest = parts.newestMark().read(consumer);
            var noted = parts.claim().noted();
            return StartingPoint.of(
                    parts.service(), parts.log().id(), head, newest, ends, noted, fromTheFirst);
        }
    }

    /** Tells what comes, as long as it is wanted. */
    void follow(BooleanSupplier wanted) {
        lookAround();
        while (wanted.getAsBoolean()) {
            rewindWhereWished();
            var most = logbook.most(told + 1, parts.properties().batchSize());
            var batch = reading.next(most, ATTENTION);
            if (batch.isEmpty()) {
                note();
            } else {
                var began = System.nanoTime();
                tell(batch);
                if (batch.size() < most / 2) {
                    LockSupport.parkNanos(began + APART.toNanos() - System.nanoTime());
                }
            }
            if (System.nanoTime() - lookedAt >= parts.properties().markEvery().toNanos()) {
                lookAround();
            }
        }
    }

    private void rewindWhereWished() {
        var wished = logbook.wishedRewind();
        if (wished != null && wished > told) {
            logbook.rewound(wished); // all of it comes, as where the broker is another one
        } else if (wished != null) {
            LOG.info("Rewinding from position {} to {}", told, wished);
            parts.claim().note(wished - 1);
            logbook.rewound(wished);
            reading.close();
            told = wished - 1;
            noted = told;
            reading = reading(told);
            logbook.write(status -> status.told(told, status.head()));
        }
    }

    private void tell(List<Telling> batch) {
        var facts = factsOf(batch);
        var last = batch.getLast();
        // another event may bear the same moment as the last one
        var completeUntil = last.at().minusMillis(1);
        publish(facts, last.position(), completeUntil);
        logbook.told(facts.size());
        if (System.nanoTime() - notedAt >= NOTE_EVERY.toNanos()) {
            note();
        }
        logbook.write(status -> status.told(told, status.head()));
    }

    private void note() {
        if (noted != told && logbook.wishedRewind() == null) {
            noted = told; // first: where it fails the session ends, and is not to try it again then
            notedAt = System.nanoTime();
            parts.claim().note(told);
        }
    }

    private List<Outgoing> factsOf(List<Telling> batch) {
        List<Outgoing> facts = new ArrayList<>();
        var expected = told + 1;
        for (var telling : batch) {
            var position = telling.position();
            if (position != expected) {
                throw new RelayFault.Stands(
                        "The log gave position " + position + " for " + expected);
            }
            telling.facts().forEach(fact -> facts.add(new Outgoing(position, fact)));
            expected++;
        }
        return facts;
    }

    /** Keeps the claim and, where all has been told, says so with the moment of asking. */
    private void lookAround() {
        lookedAt = System.nanoTime();
        parts.claim().keep();
        var now = parts.clock().instant();
        var head = parts.log().head();
        if (head == told) {
            publish(List.of(), told, now);
            logbook.write(status -> status.told(told, head));
        }
        logbook.write(status -> status.lookedAt(head));
    }

    private void publish(List<Outgoing> facts, long position, Instant completeUntil) {
        var before = mark;
        mark = outlet.tell(facts, sent -> NextMark.after(before, position, completeUntil, sent));
        told = position;
    }

    @Override
    public void close() {
        reading.close();
        try {
            note();
        } catch (RuntimeException unnoted) {
            LOG.debug("What was told last is told again", unnoted);
        } finally {
            outlet.close();
        }
    }
}
