package io.samling.eventrelay;

import io.samling.eventstore.LogToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The event store, followed along its tail. */
final class AxonLog implements RelayedLog {

    private final String id;
    private final StreamableMessageSource<TrackedEventMessage<?>> events;

    AxonLog(String id, StreamableMessageSource<TrackedEventMessage<?>> events) {
        this.id = id;
        this.events = events;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long head() {
        return positionOf(events.createHeadToken());
    }

    @Override
    public Reading after(long position) {
        return new Stream(events.openStream(new LogToken(id, position)));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    private record Stream(BlockingStream<TrackedEventMessage<?>> events) implements Reading {

        @Override
        public List<Recorded> next(int most, Duration patience) {
            try {
                List<Recorded> batch = new ArrayList<>();
                var waiting = patience.toMillis();
                while (batch.size() < most && available(waiting)) {
                    var event = events.nextAvailable();
                    batch.add(new Recorded(positionOf(event.trackingToken()), event));
                    waiting = 0;
                }
                return batch;
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for events", hurried);
            }
        }

        private boolean available(long millis) throws InterruptedException {
            return events.hasNextAvailable(Math.toIntExact(millis), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
