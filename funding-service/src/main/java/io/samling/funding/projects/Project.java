package io.samling.funding.projects;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.samling.funding.projects.ProjectCommand.RegisterProject;
import io.samling.funding.projects.ProjectEvent.ProjectRegistered;
import io.samling.kernel.PartialDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A project; registering it is all that has happened to it so far. */
@Aggregate
class Project {

    @SuppressWarnings("unused") // Axon reads it
    @AggregateIdentifier
    private @Nullable ProjectId id;

    private @Nullable ProjectRegistered registered;

    Project() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterProject command) {
        var asked = registrationAskedBy(command);
        if (asked.equals(registered)) {
            return;
        }
        if (registered != null) {
            throw ProjectRefused.registeredOtherwise();
        }
        if (!command.period().isPossible()) {
            throw ProjectRefused.endsBeforeItBegins(command.period());
        }
        apply(asked);
    }

    @EventSourcingHandler
    void evolve(ProjectEvent event) {
        switch (event) {
            case ProjectRegistered e -> {
                id = new ProjectId(UUID.fromString(e.projectId()));
                registered = e;
            }
        }
    }

    private static ProjectRegistered registrationAskedBy(RegisterProject command) {
        return new ProjectRegistered(
                command.projectId().value().toString(),
                command.name().strip(),
                command.owner().strip(),
                textOf(command.period().from()),
                textOf(command.period().until()),
                command.programme(),
                command.source(),
                command.demo());
    }

    private static @Nullable String textOf(@Nullable PartialDate date) {
        return date == null ? null : date.text();
    }
}
