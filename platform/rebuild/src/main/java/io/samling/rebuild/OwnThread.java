package io.samling.rebuild;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread for work that goes on until it is closed, and that is never asleep beyond that. */
public final class OwnThread implements AutoCloseable {

    private static final long CLOSE_SECONDS = 10;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param work looks at {@link #isClosing} now and then, and ends then
     */
    public OwnThread(String name, Runnable work) {
        this.thread = Thread.ofPlatform().name(name).unstarted(work);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Whether it works; not before it was started, and no more once it has ended. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Whether it shall end. */
    public boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Waits within the work; less long where it is closed meanwhile. */
    public void pause(long millis) {
        try {
            var _ = closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            closing.countDown();
        }
    }

    /** Asks the work to end and waits for that, though not for ever. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
