package io.samling.eventrelay;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A log whose follower can be stopped in its tracks, as a machine is that sleeps for a while. */
final class PausableLog implements RelayedLog {

    private final RelayedLog log;
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean pauseWanted;
    private volatile @Nullable Thread paused;

    PausableLog(RelayedLog log) {
        this.log = log;
    }

    void pause() {
        pauseWanted = true;
    }

    boolean isPaused() {
        return paused != null;
    }

    void goOn() {
        goOn.countDown();
    }

    @Override
    public String id() {
        return log.id();
    }

    @Override
    public long head() {
        if (pauseWanted) {
            paused = Thread.currentThread();
            try {
                goOn.await();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
        return log.head();
    }

    @Override
    public Reading after(long position) {
        return log.after(position);
    }
}
