package io.samling.eventstore.config;

import io.samling.eventstore.axon.SamlingEventStore;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The log as one processing group reads it: what stops the reading is noted for its health. */
final class GroupSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final SamlingEventStore store;
    private final GroupState state;

    GroupSource(SamlingEventStore store, GroupState state) {
        this.store = store;
        this.state = state;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        try {
            return store.openStream(token, fault -> state.failed(-1, fault));
        } catch (RuntimeException e) {
            state.failed(-1, e);
            throw e;
        }
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return store.createTokenAt(moment);
    }
}
