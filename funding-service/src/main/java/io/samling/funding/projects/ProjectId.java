package io.samling.funding.projects;

import java.util.UUID;

/**
 * A project, by an id that the client chose.
 *
 * @param value prints as the name of the project's stream, {@code project-<uuid>}
 */
public record ProjectId(UUID value) {

    @Override
    public String toString() {
        return "project-" + value;
    }
}
