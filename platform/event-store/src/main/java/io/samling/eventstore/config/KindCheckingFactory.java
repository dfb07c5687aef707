package io.samling.eventstore.config;

import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.modelling.command.AggregateRoot;

/** Refuses to take the events of one kind of aggregate for those of another. */
final class KindCheckingFactory<T> implements AggregateFactory<T> {

    private final AggregateFactory<T> factory;
    private final String kind;

    KindCheckingFactory(AggregateFactory<T> factory) {
        this.factory = factory;
        this.kind = kindOf(factory.getAggregateType());
    }

    private static String kindOf(Class<?> type) {
        return AnnotationUtils.findAnnotationAttributes(type, AggregateRoot.class)
                .map(attributes -> (String) attributes.get("type"))
                .filter(name -> !name.isBlank())
                .orElse(type.getSimpleName());
    }

    @Override
    public T createAggregateRoot(String aggregateIdentifier, DomainEventMessage<?> firstEvent) {
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

    @Override
    public Class<T> getAggregateType() {
        return factory.getAggregateType();
    }
}
