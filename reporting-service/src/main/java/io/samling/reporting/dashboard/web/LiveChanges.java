package io.samling.reporting.dashboard.web;

import io.samling.kernel.Unavailable;
import io.samling.reporting.dashboard.Change;
import io.samling.reporting.dashboard.Changes;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends changes to those who follow them, to each by a thread of its own: one that reads slowly
 * keeps no other waiting. Stops before the web server does, which would wait for its answers to
 * end.
 */
@Component
class LiveChanges implements SmartLifecycle {

    private static final int FOLLOWERS = 200;
    private static final int LATEST = 50;
    private static final long PAUSE_MILLIS = 250;
    private static final long QUIET_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long NO_LIMIT = 0;

    private final Changes changes;
    private final Semaphore places = new Semaphore(FOLLOWERS);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean running;

    LiveChanges(Changes changes) {
        this.changes = changes;
    }

    /** A stream of the latest changes and each new one. */
    SseEmitter follow() {
        if (!places.tryAcquire()) {
            throw Unavailable.nothingDone(
                    "too-many-followers",
                    "Too many follow the changes already: ask for /api/changes instead",
                    Duration.ofSeconds(30));
        }
        var stream = new SseEmitter(NO_LIMIT);
        Thread.ofVirtual().name("live-changes").start(() -> serve(stream));
        return stream;
    }

    private void serve(SseEmitter stream) {
        try {
            send(stream);
            stream.complete();
        } catch (IOException | IllegalStateException goneAway) {
            stream.completeWithError(goneAway);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void send(SseEmitter stream) throws IOException, InterruptedException {
        Set<String> sent = new HashSet<>();
        long last = System.nanoTime();
        do {
            var fresh = fresh(sent);
            if (!fresh.isEmpty()) {
                stream.send(SseEmitter.event().name("changes").data(fresh));
                fresh.forEach(change -> sent.add(change.id()));
                last = System.nanoTime();
            } else if (System.nanoTime() - last > QUIET_NANOS) {
                // shows whether anybody is still there
                stream.send(SseEmitter.event().comment("quiet"));
                last = System.nanoTime();
            }
        } while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    private List<Change> fresh(Set<String> sent) {
        try {
            return changes.latest(LATEST, sent);
        } catch (Unavailable notYetKnown) {
            return List.of();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        closing.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
