package io.samling.eventfeed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writes some batches while the next one is read. Used by one thread; what fails is thrown there,
 * when it gives more work or waits.
 */
final class Writers implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 4;
    private static final long CLOSE_SECONDS = 5;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofPlatform().daemon().name("feed-writer-", 0).factory());
    private final Deque<Future<?>> given = new ArrayDeque<>();

    /** Has some work done, and waits where too much of it has piled up. */
    void give(Runnable work) {
        while (given.size() >= WAITING) {
            finish(given.removeFirst());
        }
        given.addLast(threads.submit(work));
    }

    /** Waits until everything given is done. */
    void await() {
        while (!given.isEmpty()) {
            finish(given.removeFirst());
        }
    }

    private static void finish(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing", closing);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            var _ = threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
