package io.samling.eventrelay;

import io.samling.eventrelay.RelayedLog.Reading;
import io.samling.eventrelay.RelayedLog.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next events on a thread of its own while those before are being sent: a little ahead,
 * never more, however long sending takes.
 */
final class ReadAhead implements Reading {

    private static final int ROOM = 1000;
    private static final int PAGE = 500;
    private static final Duration ATTENTION = Duration.ofMillis(100);

    private final Reading source;
    private final BlockingQueue<Recorded> ahead = new ArrayBlockingQueue<>(ROOM);
    private volatile @Nullable RuntimeException fault;
    private volatile boolean closed;

    private ReadAhead(Reading source) {
        this.source = source;
    }

    /** Begins to read. */
    static Reading of(Reading source) {
        var reading = new ReadAhead(source);
        Thread.ofPlatform().name("relay-reader").daemon().start(reading::read);
        return reading;
    }

    private void read() {
        try (source) {
            while (!closed) {
                for (var recorded : source.next(PAGE, ATTENTION)) {
                    put(recorded);
                }
            }
        } catch (RuntimeException failed) {
            fault = failed;
        } catch (InterruptedException hurried) {
            fault = new IllegalStateException("Interrupted while reading ahead", hurried);
        }
    }

    private void put(Recorded recorded) throws InterruptedException {
        var taken = false;
        while (!taken && !closed) {
            taken = ahead.offer(recorded, ATTENTION.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public List<Recorded> next(int most, Duration patience) {
        List<Recorded> batch = new ArrayList<>();
        if (ahead.drainTo(batch, most) == 0) {
            var failed = fault;
            if (failed != null) {
                throw failed;
            }
            awaitFirst(batch, patience);
            ahead.drainTo(batch, most - batch.size());
        }
        return batch;
    }

    private void awaitFirst(List<Recorded> batch, Duration patience) {
        try {
            var first = ahead.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for events", hurried);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
