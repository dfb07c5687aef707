package io.samling.eventstore.config;

import io.samling.eventstore.AtPosition;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Gives event handlers the position of the event, where they ask by {@link AtPosition}. */
final class AtPositionResolverFactory implements ParameterResolverFactory {

    @Override
    public @Nullable ParameterResolver<?> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        var parameter = parameters[parameterIndex];
        if (!parameter.isAnnotationPresent(AtPosition.class)) {
            return null;
        }
        if (parameter.getType() != long.class) {
            throw new IllegalArgumentException(
                    "@AtPosition stands on a long, not on " + parameter + " of " + executable);
        }
        return new PositionResolver();
    }

    private static final class PositionResolver implements ParameterResolver<Long> {

        @Override
        public Long resolveParameterValue(Message<?> message) {
            return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof TrackedEventMessage<?> tracked
                    && tracked.trackingToken().position().isPresent();
        }
    }
}
