package io.samling.eventstore.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the aggregate that a command is for by the component of the record that says so. Axon looks
 * through all methods and fields of a command's class each time; this is done once here, and any
 * other command is left to Axon.
 */
final class CommandTargets implements CommandTargetResolver {

    private final CommandTargetResolver axons = AnnotationCommandTargetResolver.builder().build();

    private final ClassValue<Optional<Method>> accessors =
            new ClassValue<>() {
                @Override
                protected Optional<Method> computeValue(Class<?> type) {
                    return accessorOf(type);
                }
            };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        var accessor = accessors.get(command.getPayloadType());
        var target = accessor.isPresent() ? read(accessor.get(), command.getPayload()) : null;
        return target == null
                ? axons.resolveTarget(command)
                : new VersionedAggregateIdentifier(target, null);
    }

    private static @Nullable Object read(Method accessor, Object command) {
        try {
            return accessor.invoke(command);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The target of a command cannot be read", e);
        }
    }

    private static Optional<Method> accessorOf(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        var accessor =
                Arrays.stream(type.getRecordComponents())
                        .map(component -> component.getAccessor())
                        .filter(
                                method ->
                                        method.isAnnotationPresent(TargetAggregateIdentifier.class))
                        .findFirst();
        accessor.ifPresent(method -> method.setAccessible(true));
        return accessor;
    }
}
