package io.samling.eventrelay;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Appends events of some members in turn, so many a second, until it is told to end. */
final class SteadyWriter implements AutoCloseable {

    private static final int MEMBERS = 40;
    private static final int TIMES_A_SECOND = 25;
    private static final String NAME = "x".repeat(100);

    private final EventStore events;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong written = new AtomicLong();
    private @Nullable ScheduledFuture<?> writing;

    SteadyWriter(EventStore events) {
        this.events = events;
    }

    /** How many have been appended and acknowledged. */
    long written() {
        return written.get();
    }

    /** Appends so many events as fast as it can. */
    void writeAtOnce(int count) {
        for (int left = count; left > 0; left -= 100) {
            write(Math.min(left, 100));
        }
    }

    void begin(int perSecond) {
        var each = perSecond / TIMES_A_SECOND;
        writing =
                thread.scheduleAtFixedRate(
                        () -> write(each), 0, 1000 / TIMES_A_SECOND, TimeUnit.MILLISECONDS);
    }

    /** Appends no more; fails where an append has failed. */
    void end() throws InterruptedException {
        var running = writing;
        if (running != null) {
            running.cancel(false);
            thread.shutdown();
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("An append does not come back");
            }
            if (running.state() == ScheduledFuture.State.FAILED) {
                throw new IllegalStateException("An append failed", running.exceptionNow());
            }
        }
    }

    private void write(int count) {
        var next = written.get();
        events.publish(LongStream.range(next, next + count).mapToObj(SteadyWriter::event).toList());
        written.addAndGet(count);
    }

    private static GenericDomainEventMessage<?> event(long position) {
        var member = "m" + position % MEMBERS;
        return new GenericDomainEventMessage<>(
                "Named",
                "named-" + member,
                position / MEMBERS,
                new RelayedServiceTest.Named.Entered(member, NAME));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
