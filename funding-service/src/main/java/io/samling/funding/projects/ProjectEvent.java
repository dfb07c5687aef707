package io.samling.funding.projects;

import io.samling.kernel.StoredAs;
import org.jspecify.annotations.Nullable;

/** What we remember of a project. Ours alone: {@code publishing} says what others may know. */
public sealed interface ProjectEvent {

    /** The project, a plain UUID. */
    String projectId();

    /** A project was registered; what is null is unknown. */
    @StoredAs("project.registered")
    record ProjectRegistered(
            String projectId,
            String name,
            String owner,
            @Nullable String from,
            @Nullable String until,
            @Nullable String programme,
            @Nullable String source,
            boolean demo)
            implements ProjectEvent {}
}
