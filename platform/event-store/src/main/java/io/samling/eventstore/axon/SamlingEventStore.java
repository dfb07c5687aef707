package io.samling.eventstore.axon;

import io.samling.eventstore.log.LogBroken;
import io.samling.eventstore.log.StoredEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** Axon's event store on Samling's log: what aggregates load from and processors follow. */
public final class SamlingEventStore extends AbstractEventStore {

    private static final int MOST_REMEMBERED = 10_000;

    private final SamlingEventStorageEngine engine;

    /** Those that were met and were too long to be read at once; streams never get shorter. */
    private final Set<String> longStreams = ConcurrentHashMap.newKeySet();

    private SamlingEventStore(Builder builder, SamlingEventStorageEngine engine) {
        super(builder);
        this.engine = engine;
    }

    /** The event store on an engine. */
    public static SamlingEventStore on(SamlingEventStorageEngine engine) {
        return new SamlingEventStore(new Builder(engine), engine);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return openStream(token, _ -> {});
    }

    /** Opens a stream that tells of the fault that ends it, besides throwing it. */
    public BlockingStream<TrackedEventMessage<?>> openStream(
            @Nullable TrackingToken token, Consumer<RuntimeException> onFault) {
        var log = engine.log();
        var next = Tokens.next(token, log.identity());
        if (next > log.tail().next() && next > log.reader().head().next()) {
            throw new LogBroken("The log ends before position " + (next - 1) + ", which was read");
        }
        return new LogStream(engine, next, onFault);
    }

    /** Reads one event of the log as all do who follow it. */
    public List<? extends EventMessage<?>> read(StoredEvent event) {
        return engine.messages(List.of(event)).toList();
    }

    /** Whoever heard of events before they are safe could fail after they are stored. */
    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
        throw new UnsupportedOperationException(
                "Processors follow the log; none is told before its events are stored");
    }

    /** Loads a stream for a decision, which the command's outcome then stands on. */
    @Override
    public DomainEventStream readEvents(String stream) {
        if (!CommandScope.CURRENT.isBound()) {
            return load(stream);
        }
        var scope = CommandScope.CURRENT.get();
        if (scope.takesForNew(stream)) {
            return new UnbegunStream();
        }
        var messages = load(stream).asStream().toList();
        scope.loaded(stream, messages.isEmpty() ? -1 : messages.getLast().getSequenceNumber());
        return DomainEventStream.of(messages);
    }

    /** A stream too short for a snapshot is read at once, and of a long one its snapshot first. */
    private DomainEventStream load(String stream) {
        var whole = longStreams.contains(stream) ? null : engine.readShort(stream);
        if (whole != null) {
            return DomainEventStream.concat(whole, staged(stream));
        }
        remember(stream);
        return DomainEventStream.concat(loadLong(stream), staged(stream));
    }

    private DomainEventStream loadLong(String stream) {
        var snapshot = snapshotOf(stream);
        return snapshot.isEmpty()
                ? engine.readEvents(stream, 0)
                : DomainEventStream.concat(
                        DomainEventStream.of(snapshot.get()),
                        engine.readAfterSnapshot(snapshot.get()));
    }

    private Optional<DomainEventMessage<?>> snapshotOf(String stream) {
        try {
            return engine.readSnapshot(stream);
        } catch (RuntimeException | LinkageError e) {
            return handleSnapshotReadingError(stream, e);
        }
    }

    /** Forgets all rather than keep count: the next load of each costs one read more. */
    private void remember(String longStream) {
        if (longStreams.size() >= MOST_REMEMBERED) {
            longStreams.clear();
        }
        longStreams.add(longStream);
    }

    private DomainEventStream staged(String stream) {
        return DomainEventStream.of(stagedDomainEventMessages(stream));
    }

    /** Nothing is left to set but the engine. */
    private static final class Builder extends AbstractEventStore.Builder {

        Builder(SamlingEventStorageEngine engine) {
            storageEngine(Objects.requireNonNull(engine));
        }
    }
}
