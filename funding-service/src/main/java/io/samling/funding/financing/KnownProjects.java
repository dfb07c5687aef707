package io.samling.funding.financing;

import io.samling.funding.projects.ProjectId;

/** Which projects there are; a project once known stays known. */
@FunctionalInterface
public interface KnownProjects {

    /** Whether the project has been registered, as safely as the log knows. */
    boolean exists(ProjectId project);
}
