package io.samling.eventstore.config;

import io.samling.eventstore.LogToken;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.ViewSource;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The log from its first event, through the event handlers of a group, beside its processor. */
final class HandledLog implements ViewSource {

    private static final int LOOK_AGAIN_MILLIS = 100;

    private final EventLog log;
    private final SamlingEventStore store;
    private final GuardedInvoker handlers;

    HandledLog(EventLog log, SamlingEventStore store, GuardedInvoker handlers) {
        this.log = log;
        this.store = store;
        this.handlers = handlers;
    }

    @Override
    public Reading open() {
        return new Stream(store.openStream(new LogToken(log.identity().logId(), -1)));
    }

    private final class Stream implements Reading {

        private final BlockingStream<TrackedEventMessage<?>> events;
        private long position = -1;

        private Stream(BlockingStream<TrackedEventMessage<?>> events) {
            this.events = events;
        }

        @Override
        public long into(Changes changes, int most, long until) {
            try {
                for (var taken = 0; ; taken++) {
                    // before it is asked for the next event: of the last ones nothing may be left
                    var allIsRead = log.tail().next() > until;
                    if (!events.hasNextAvailable(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                        position = allIsRead ? until : position;
                        return position;
                    }
                    var next = positionOf(events.peek().orElseThrow());
                    if (next > until || (taken >= most && next > position)) {
                        return next > until ? until : position;
                    }
                    handlers.handleInto(changes, events.nextAvailable());
                    position = next;
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while reading the log", hurried);
            }
        }

        @Override
        public void close() {
            events.close();
        }
    }

    private static long positionOf(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElse(-1);
    }
}
