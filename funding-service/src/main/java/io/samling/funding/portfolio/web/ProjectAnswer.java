package io.samling.funding.portfolio.web;

import io.samling.funding.portfolio.ProjectRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project as it is answered, with all that was granted for it. */
record ProjectAnswer(
        String id,
        String name,
        String owner,
        @Nullable String from,
        @Nullable String until,
        @Nullable String programme,
        @Nullable String source,
        boolean demo,
        List<GrantAnswer> grants) {

    static ProjectAnswer of(ProjectRow row, List<GrantAnswer> grants) {
        return new ProjectAnswer(
                row.id(),
                row.name(),
                row.owner(),
                row.from(),
                row.until(),
                row.programme(),
                row.source(),
                row.demo(),
                grants);
    }
}
