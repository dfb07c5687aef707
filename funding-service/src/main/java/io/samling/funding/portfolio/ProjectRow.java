package io.samling.funding.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * A project as it is shown; what is null is unknown.
 *
 * @param version the number of the project's events less one
 */
public record ProjectRow(
        String id,
        String name,
        String owner,
        @Nullable String from,
        @Nullable String until,
        @Nullable String programme,
        @Nullable String source,
        boolean demo,
        long version) {}
