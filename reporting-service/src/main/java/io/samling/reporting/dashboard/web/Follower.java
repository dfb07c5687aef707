package io.samling.reporting.dashboard.web;

import io.samling.contracts.LogPositions;
import io.samling.kernel.Unavailable;
import io.samling.reporting.dashboard.News;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One who follows the changes. Knows only up to where all was sent: whoever reads slowly holds no
 * more than what is being sent, and is told where something was missed meanwhile.
 */
final class Follower {

    private static final long PAUSE_MILLIS = 250;
    private static final long RECONNECT_MILLIS = 2000;

    private final Function<@Nullable LogPositions, News> changes;
    private final SseEmitter stream;
    private final long quietNanos;
    private @Nullable LogPositions sent;
    private long lastSent;

    Follower(
            Function<@Nullable LogPositions, News> changes,
            SseEmitter stream,
            @Nullable LogPositions since,
            Duration quiet) {
        this.changes = changes;
        this.stream = stream;
        this.sent = since;
        this.quietNanos = quiet.toNanos();
    }

    /** Sends what is new until closing, or until nobody reads any more. */
    void serve(CountDownLatch closing) throws IOException, InterruptedException {
        // at once, so that proxies and browsers see an answer
        send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("changes"));
        do {
            while (tellNews()) {
                // there may be more already
            }
            if (System.nanoTime() - lastSent > quietNanos) {
                send(SseEmitter.event().comment("quiet"));
            }
        } while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    private boolean tellNews() throws IOException {
        var news = news();
        if (news == null || news.upTo().equals(sent)) {
            return false;
        }
        var id = news.upTo().toString();
        if (news.missed()) {
            // without an id: broken off here, the next one is told again
            send(SseEmitter.event().name("missed").data(id));
        }
        if (!news.changes().isEmpty()) {
            send(SseEmitter.event().id(id).name("changes").data(news.changes()));
        }
        sent = news.upTo();
        return true;
    }

    private @Nullable News news() {
        try {
            return changes.apply(sent);
        } catch (Unavailable notYetKnown) {
            return null;
        }
    }

    private void send(SseEmitter.SseEventBuilder event) throws IOException {
        stream.send(event);
        lastSent = System.nanoTime();
    }
}
