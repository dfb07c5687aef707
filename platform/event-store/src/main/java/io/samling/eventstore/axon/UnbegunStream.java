package io.samling.eventstore.axon;

import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/**
 * A stream that nobody has begun, for a command that would begin it. Axon is told of an empty
 * stream by an exception, and to note where that comes from takes it longer than most of what a
 * command does. Here it finds something to make an aggregate for, and no event to apply to it.
 */
public final class UnbegunStream implements DomainEventStream {

    private static final DomainEventMessage<?> NOTHING =
            new GenericDomainEventMessage<>("", "", -1, Nothing.YET);

    private boolean applied;

    private enum Nothing {
        YET
    }

    /** Whether an aggregate is to be made that has no event. */
    public static boolean isOf(DomainEventMessage<?> first) {
        return first == NOTHING;
    }

    @Override
    public DomainEventMessage<?> peek() {
        return NOTHING;
    }

    @Override
    public boolean hasNext() {
        return !applied;
    }

    @Override
    public DomainEventMessage<?> next() {
        throw new NoSuchElementException("The stream has no event");
    }

    @Override
    public void forEachRemaining(Consumer<? super DomainEventMessage<?>> action) {
        applied = true;
    }

    @Override
    public Long getLastSequenceNumber() {
        return -1L;
    }
}
