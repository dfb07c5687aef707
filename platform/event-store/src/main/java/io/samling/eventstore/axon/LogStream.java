package io.samling.eventstore.axon;

import io.samling.eventstore.log.LogCursor;
import io.samling.eventstore.log.LogTail;
import io.samling.eventstore.log.StoredEvent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The log as one processor reads it: from the log while it catches up, then from what the tail
 * keeps.
 */
final class LogStream implements TrackingEventStream {

    private final SamlingEventStorageEngine engine;
    private final LogTail tail;
    private final ArrayDeque<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private final Runnable onNews = this::wake;
    private final Consumer<RuntimeException> onFault;
    private volatile @Nullable Runnable callback;
    private @Nullable LogCursor catchingUp;
    private long next;

    LogStream(SamlingEventStorageEngine engine, long next, Consumer<RuntimeException> onFault) {
        this.onFault = onFault;
        this.engine = engine;
        this.tail = engine.log().tail();
        this.next = next;
        tail.addListener(onNews);
    }

    private void wake() {
        news.release();
        var interested = callback;
        if (interested != null) {
            interested.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.ofNullable(ready.peekFirst()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        var deadline = System.nanoTime() + unit.toNanos(timeout);
        while (ready.isEmpty()) {
            news.drainPermits();
            fill();
            var left = deadline - System.nanoTime();
            if (!ready.isEmpty() || left <= 0) {
                break;
            }
            if (!news.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                break;
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.DAYS)) {
            Thread.onSpinWait();
        }
        return ready.removeFirst();
    }

    /** Upcasters may leave nothing of a page, so it goes on until something is left. */
    private void fill() {
        try {
            while (ready.isEmpty()) {
                var page = nextPage();
                if (page.isEmpty()) {
                    return;
                }
                next = page.getLast().position() + 1;
                engine.messages(page).forEach(ready::add);
            }
        } catch (RuntimeException e) {
            onFault.accept(e);
            throw e;
        }
    }

    private List<StoredEvent> nextPage() {
        var fault = tail.fault();
        if (fault != null) {
            throw fault;
        }
        var kept = tail.since(next);
        if (kept != null) {
            catchingUp = null;
            return kept;
        }
        var cursor = catchingUp;
        if (cursor == null || cursor.next() != next) {
            cursor = engine.log().reader().from(next);
            catchingUp = cursor;
        }
        return cursor.read();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable newCallback) {
        callback = newCallback;
        return true;
    }

    @Override
    public void close() {
        tail.removeListener(onNews);
        callback = null;
    }
}
