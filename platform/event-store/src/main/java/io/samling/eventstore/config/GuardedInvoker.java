package io.samling.eventstore.config;

import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.UnreadableEventMet;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.EventNotShown;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the handlers of a processing group. It stops the group at an event that cannot be
 * read and may be one of those it handles: one of a name that is not known, which Axon would take
 * for one that nobody handles, or one of its own. It notes where the group stands still, and why.
 */
final class GuardedInvoker implements EventHandlerInvoker {

    private final EventHandlerInvoker handlers;
    private final GroupState state;
    private final @Nullable ViewFeed view;

    /**
     * @param view what the handlers change; null where they act by themselves
     */
    GuardedInvoker(EventHandlerInvoker handlers, GroupState state, @Nullable ViewFeed view) {
        this.handlers = handlers;
        this.state = state;
        this.view = view;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return event.getPayloadType() == UnreadableEvent.class
                || handlers.canHandle(event, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return payloadType == UnreadableEvent.class || handlers.canHandleType(payloadType);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        var position = positionOf(event);
        try {
            if (view == null) {
                handleReadable(event, segment);
                state.handled(position);
            } else if (view.handle(position, () -> handleReadable(event, segment))) {
                state.handled(position);
            }
        } catch (EventNotShown e) {
            state.failed(e.position(), e);
            throw e;
        } catch (Exception e) {
            state.failed(position, e);
            throw e;
        }
    }

    /** Has the handlers change rows that are made beside those that answer. */
    void handleInto(Changes changes, TrackedEventMessage<?> event) {
        changes.at(positionOf(event));
        if (canHandle(event, Segment.ROOT_SEGMENT)) {
            try {
                ViewFeed.withChanges(changes, () -> handleReadable(event, Segment.ROOT_SEGMENT));
            } catch (RuntimeException fault) {
                throw fault;
            } catch (Exception fault) {
                throw new IllegalStateException(fault);
            }
        }
    }

    private void handleReadable(EventMessage<?> event, Segment segment) throws Exception {
        var unreadable = UnreadableEvent.in(event);
        if (unreadable != null) {
            throw new UnreadableEventMet(unreadable, positionOf(event));
        }
        handlers.handle(event, segment);
    }

    private static long positionOf(EventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }

    @Override
    public boolean supportsReset() {
        return handlers.supportsReset();
    }

    @Override
    public void performReset() {
        handlers.performReset();
    }

    @Override
    public <R> void performReset(@Nullable R resetContext) {
        handlers.performReset(resetContext);
    }

    @Override
    public void segmentReleased(Segment segment) {
        handlers.segmentReleased(segment);
    }
}
