package io.samling.funding.projects;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a project. */
public sealed interface ProjectCommand {

    /**
     * Registers a project.
     *
     * @param owner the organisation that owns it, which need not be the cluster organisation
     * @param programme such as {@code ESF 2007-2013}
     * @param source where it is read, such as the page of a project bank
     * @param demo invented, for a demonstration
     */
    record RegisterProject(
            @TargetAggregateIdentifier ProjectId projectId,
            String name,
            String owner,
            Period period,
            @Nullable String programme,
            @Nullable String source,
            boolean demo)
            implements ProjectCommand {}
}
