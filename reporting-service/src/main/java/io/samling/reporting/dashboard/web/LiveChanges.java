package io.samling.reporting.dashboard.web;

import io.samling.contracts.LogPositions;
import io.samling.kernel.Unavailable;
import io.samling.reporting.dashboard.Changes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends changes to those who follow them, to each by a thread of its own: one that reads slowly
 * keeps no other waiting. Stops before the web server does, which would wait for its answers to
 * end.
 */
@Component
@EnableConfigurationProperties(LiveSettings.class)
class LiveChanges implements SmartLifecycle {

    private static final long NO_LIMIT = 0;

    private final Changes changes;
    private final LiveSettings settings;
    private final Semaphore places;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean running;

    LiveChanges(Changes changes, LiveSettings settings) {
        this.changes = changes;
        this.settings = settings;
        this.places = new Semaphore(settings.followers());
    }

    /**
     * A stream of changes.
     *
     * @param since begins after these positions; null begins with the latest
     */
    SseEmitter follow(@Nullable LogPositions since) {
        if (!places.tryAcquire()) {
            throw Unavailable.nothingDone(
                    "too-many-followers",
                    "Too many follow the changes already: ask for /api/changes instead",
                    Duration.ofSeconds(30));
        }
        var stream = new SseEmitter(NO_LIMIT);
        var follower = new Follower(changes::after, stream, since, settings.quiet());
        Thread.ofVirtual().name("live-changes").start(() -> serve(follower, stream));
        return stream;
    }

    private void serve(Follower follower, SseEmitter stream) {
        try {
            follower.serve(closing);
            stream.complete();
        } catch (IOException | IllegalStateException goneAway) {
            end(stream, goneAway);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private static void end(SseEmitter stream, Exception why) {
        try {
            stream.completeWithError(cause(why));
        } catch (IllegalStateException alreadyEnded) {
            // the web server was the first to notice that nobody reads any more
        }
    }

    /** That nobody reads any more, where that is what is behind it: no fault of ours. */
    static Throwable cause(Exception why) {
        for (@Nullable Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof AsyncRequestNotUsableException) {
                return cause;
            }
        }
        return why;
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
