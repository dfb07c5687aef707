package io.samling.eventrelay;

import io.samling.eventrelay.RelayedLog.Reading;
import io.samling.eventrelay.RelayedLog.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next events on a thread of its own, and makes of them what is to be sent, while those
 * before are being sent: a little ahead, never more, however long sending takes.
 */
final class ReadAhead<T> implements AutoCloseable {

    private static final int ROOM = 1000;
    private static final int PAGE = 500;
    private static final Duration ATTENTION = Duration.ofMillis(100);

    private final Reading source;
    private final Function<Recorded, T> making;
    private final BlockingQueue<T> ahead = new ArrayBlockingQueue<>(ROOM);
    private volatile @Nullable RuntimeException fault;
    private volatile boolean closed;

    private ReadAhead(Reading source, Function<Recorded, T> making) {
        this.source = source;
        this.making = making;
    }

    /** Begins to read. */
    static <T> ReadAhead<T> of(Reading source, Function<Recorded, T> making) {
        var reading = new ReadAhead<>(source, making);
        Thread.ofPlatform().name("relay-reader").daemon().start(reading::read);
        return reading;
    }

    private void read() {
        try (source) {
            while (!closed) {
                for (var recorded : source.next(PAGE, ATTENTION)) {
                    put(making.apply(recorded));
                }
            }
        } catch (RuntimeException failed) {
            fault = failed;
        } catch (InterruptedException hurried) {
            fault = new IllegalStateException("Interrupted while reading ahead", hurried);
        }
    }

    private void put(T made) throws InterruptedException {
        var taken = false;
        while (!taken && !closed) {
            taken = ahead.offer(made, ATTENTION.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * What comes next; nothing where nothing came in time.
     *
     * @param most how many at the most
     * @param patience how long to wait for the first
     */
    List<T> next(int most, Duration patience) {
        List<T> batch = new ArrayList<>();
        if (ahead.drainTo(batch, most) == 0) {
            var failed = fault;
            if (failed == null) {
                awaitFirst(batch, patience);
            } else if (ahead.isEmpty()) {
                throw failed;
            }
            ahead.drainTo(batch, most - batch.size());
        }
        return batch;
    }

    private void awaitFirst(List<T> batch, Duration patience) {
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
