package io.samling.eventstore.axon;

import io.samling.eventstore.LogToken;
import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.UnreadableEventMet;
import io.samling.eventstore.UnreadableStreams;
import io.samling.eventstore.log.AppendRefused;
import io.samling.eventstore.log.CallersWait;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Axon's events in Samling's log. */
public final class SamlingEventStorageEngine extends BatchingEventStorageEngine {

    private static final Logger LOG = LoggerFactory.getLogger(SamlingEventStorageEngine.class);

    private static final int SNAPSHOT_EVERY = 50;

    private final EventLog log;
    private final SnapshotStore snapshots;
    private final UnreadableStreams unreadable;
    private final int snapshotEvery;

    SamlingEventStorageEngine(Builder builder) {
        super(builder);
        this.log = Objects.requireNonNull(builder.log, "An engine needs a log");
        this.snapshots = Objects.requireNonNull(builder.snapshots, "An engine needs snapshots");
        this.unreadable = builder.unreadable;
        this.snapshotEvery = builder.snapshotEvery;
    }

    /** Starts to put an engine together. */
    public static Builder builder() {
        return new Builder();
    }

    EventLog log() {
        return log;
    }

    /** What whoever follows the log is told of some events. */
    Stream<TrackedEventMessage<?>> messages(List<StoredEvent> events) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                data(events).stream(), getEventSerializer(), upcasterChain);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var scope = CommandScope.CURRENT.isBound() ? CommandScope.CURRENT.get() : null;
        if (scope != null) {
            scope.beforeAppend();
        }
        try {
            var commit =
                    log.append(
                            OutgoingEvents.serialized(events, serializer),
                            OutgoingEvents.claimsOf(events),
                            scope == null ? null : scope.once(),
                            scope == null ? CallersWait.begin() : scope.callersWait());
            if (scope != null) {
                scope.stored(commit);
            }
        } catch (AppendRefused.StreamMoved moved) {
            handlePersistenceException(moved, OutgoingEvents.firstOfStream(events));
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken lastToken, int batchSize) {
        return data(log.reader().from(Tokens.next(lastToken, log.identity())).read());
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String stream, long first, int batchSize) {
        return domainData(log.streams().read(stream, first));
    }

    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return true;
    }

    /** Reads a stream whole, and only if all of it can be read. */
    @Override
    public DomainEventStream readEvents(String stream, long first) {
        return messages(stream, log.streams().read(stream, first));
    }

    /** Reads what follows a snapshot, which was made of whole commits. */
    DomainEventStream readAfterSnapshot(DomainEventMessage<?> snapshot) {
        var next = snapshot.getSequenceNumber() + 1;
        var stream = snapshot.getAggregateIdentifier();
        return messages(stream, log.streams().readAfterCommit(stream, next));
    }

    /** Reads a stream whole that is so short that there is no snapshot of it; else null. */
    @Nullable DomainEventStream readShort(String stream) {
        var stored = log.streams().readShort(stream, snapshotEvery);
        return stored == null ? null : messages(stream, stored);
    }

    private DomainEventStream messages(String stream, List<StoredEvent> stored) {
        if (!stored.isEmpty() && CommandScope.CURRENT.isBound()) {
            CommandScope.CURRENT.get().reliesOn(stored.getLast().position());
        }
        var messages =
                EventStreamUtils.upcastAndDeserializeDomainEvents(
                                domainData(stored).stream(), getEventSerializer(), upcasterChain)
                        .asStream()
                        .toList();
        for (var message : messages) {
            requireReadable(message, stored);
        }
        unreadable.read(stream);
        return DomainEventStream.of(messages);
    }

    private void requireReadable(DomainEventMessage<?> message, List<StoredEvent> stored) {
        if (message.getPayload() instanceof UnreadableEvent event) {
            var index = (int) (message.getSequenceNumber() - stored.getFirst().sequence());
            var met = new UnreadableEventMet(event, stored.get(index).position());
            unreadable.met(message.getAggregateIdentifier(), met);
            throw met;
        }
    }

    private List<StoredEventData> data(List<StoredEvent> events) {
        var logId = log.identity().logId();
        return events.stream().map(event -> StoredEventData.of(event, logId)).toList();
    }

    private List<StoredEventData.OfAggregate> domainData(List<StoredEvent> events) {
        return data(events).stream()
                .filter(StoredEventData.OfAggregate.class::isInstance)
                .map(StoredEventData.OfAggregate.class::cast)
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return log.streams().lastSequence(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return token(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return token(log.reader().head().last());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return token(log.moments().firstFrom(moment.toEpochMilli()) - 1);
    }

    private LogToken token(long position) {
        return new LogToken(log.identity().logId(), position);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer, log.reader().head().last());
    }

    /** A snapshot is disposable: one that cannot be read is left aside, and all events are read. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return super.readSnapshot(stream).filter(SamlingEventStorageEngine::isReadable);
    }

    private static boolean isReadable(DomainEventMessage<?> snapshot) {
        try {
            return snapshot.getPayload() != null;
        } catch (SerializationException e) {
            LOG.warn(
                    "The snapshot of {} at {} cannot be read and is left aside",
                    snapshot.getAggregateIdentifier(),
                    snapshot.getSequenceNumber());
            return false;
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return snapshots.newestOf(stream);
    }

    /** Puts an engine together. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private @Nullable EventLog log;
        private @Nullable SnapshotStore snapshots;
        private UnreadableStreams unreadable = new UnreadableStreams();
        private int snapshotEvery = SNAPSHOT_EVERY;

        private Builder() {
            persistenceExceptionResolver(AppendRefused.StreamMoved.class::isInstance);
        }

        /** Where the events lie. */
        public Builder log(EventLog eventLog) {
            this.log = eventLog;
            return this;
        }

        /** Where the snapshots lie. */
        public Builder snapshots(SnapshotStore snapshotStore) {
            this.snapshots = snapshotStore;
            return this;
        }

        /** Where it is noted that a stream cannot be read. */
        public Builder unreadable(UnreadableStreams streams) {
            this.unreadable = streams;
            return this;
        }

        /** How many events a stream has before it has a snapshot. */
        public Builder snapshotEvery(int events) {
            this.snapshotEvery = events;
            return this;
        }

        /** The engine. */
        public SamlingEventStorageEngine build() {
            return new SamlingEventStorageEngine(this);
        }
    }
}
