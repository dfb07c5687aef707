package io.samling.eventstore.config;

import io.samling.eventstore.axon.UnbegunStream;
import java.lang.reflect.Constructor;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.modelling.command.AggregateRoot;

/** Refuses to take the events of one kind of aggregate for those of another. */
final class KindCheckingFactory<T> implements AggregateFactory<T> {

    private final AggregateFactory<T> factory;
    private final Constructor<T> constructor;
    private final String kind;

    KindCheckingFactory(AggregateFactory<T> factory) {
        this.factory = factory;
        this.constructor = constructorOf(factory.getAggregateType());
        this.kind = kindOf(factory.getAggregateType());
    }

    private static <T> Constructor<T> constructorOf(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " cannot be made without an event", e);
        }
    }

    private static String kindOf(Class<?> type) {
        return AnnotationUtils.findAnnotationAttributes(type, AggregateRoot.class)
                .map(attributes -> (String) attributes.get("type"))
                .filter(name -> !name.isBlank())
                .orElse(type.getSimpleName());
    }

    @Override
    public T createAggregateRoot(String aggregateIdentifier, DomainEventMessage<?> firstEvent) {
        if (UnbegunStream.isOf(firstEvent)) {
            return unbegun();
        }
        if (!kind.equals(firstEvent.getType())) {
            throw new IllegalStateException(
                    "The stream "
                            + aggregateIdentifier
                            + " is of the kind "
                            + firstEvent.getType()
                            + ", not "
                            + kind);
        }
        return factory.createAggregateRoot(aggregateIdentifier, firstEvent);
    }

    /** As Axon makes one that a command is to create. */
    private T unbegun() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No " + kind + " can be made", e);
        }
    }

    @Override
    public Class<T> getAggregateType() {
        return factory.getAggregateType();
    }
}
