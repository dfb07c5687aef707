package io.samling.eventstore.config;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that makes a view. Its batches begin some time apart, for each costs the same few
 * writes for few events and for many, and those who append wait for the same disk. After a rest the
 * first event is handled at once.
 */
final class PacedWorker extends ScheduledThreadPoolExecutor {

    static final Duration APART = Duration.ofMillis(15);

    private long began = System.nanoTime() - APART.toNanos();

    PacedWorker(ThreadFactory threads) {
        super(1, threads);
    }

    /** Which events are in a batch is decided after this. */
    @Override
    protected void beforeExecute(Thread worker, Runnable batch) {
        super.beforeExecute(worker, batch);
        var due = began + APART.toNanos();
        for (var left = due - System.nanoTime();
                left > 0 && !isShutdown();
                left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        began = System.nanoTime();
    }
}
