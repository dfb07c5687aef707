package io.samling.eventrelay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;

/** A log in memory, for tests of what the relay does with one. */
final class RememberedLog implements RelayedLog {

    static final Instant FIRST_MOMENT = Instant.parse("2026-03-01T08:00:00Z");

    private final String id;
    private final List<EventMessage<?>> events = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();

    RememberedLog(String id) {
        this.id = id;
    }

    /** Records events, a second after another. */
    RememberedLog record(Object... payloads) {
        lock.lock();
        try {
            for (var payload : payloads) {
                var at = FIRST_MOMENT.plusSeconds(events.size());
                var origin = Map.of("actor", "a1", "correlationid", "r1", "causationid", "c1");
                events.add(
                        new GenericEventMessage<>(
                                "e" + events.size(), payload, MetaData.from(origin), at));
            }
            grown.signalAll();
            return this;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long head() {
        lock.lock();
        try {
            return events.size() - 1L;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Reading after(long position) {
        return new Pass(Math.toIntExact(position) + 1);
    }

    private final class Pass implements Reading {

        private int next;

        Pass(int next) {
            this.next = next;
        }

        @Override
        public List<Recorded> next(int most, Duration patience) {
            lock.lock();
            try {
                var left = patience.toNanos();
                while (next >= events.size() && left > 0) {
                    left = grown.awaitNanos(left);
                }
                return taken(most);
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            } finally {
                lock.unlock();
            }
        }

        private List<Recorded> taken(int most) {
            List<Recorded> batch = new ArrayList<>();
            while (next < events.size() && batch.size() < most) {
                batch.add(new Recorded(next, events.get(next)));
                next++;
            }
            return batch;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
