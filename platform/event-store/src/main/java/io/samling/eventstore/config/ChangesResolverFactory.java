package io.samling.eventstore.config;

import io.samling.eventstore.view.Changes;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Gives the event handlers of a view the changes that they add to. */
final class ChangesResolverFactory implements ParameterResolverFactory {

    @Override
    public @Nullable ParameterResolver<?> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == Changes.class ? new CurrentChanges() : null;
    }

    private static final class CurrentChanges implements ParameterResolver<Changes> {

        @Override
        public Changes resolveParameterValue(Message<?> message) {
            return Changes.CURRENT.get();
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof EventMessage<?>; // asked before the batch has begun, too
        }
    }
}
