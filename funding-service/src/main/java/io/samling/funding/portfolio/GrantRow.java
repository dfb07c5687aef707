package io.samling.funding.portfolio;

import io.samling.funding.financing.GrantEvent.Decision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it is shown.
 *
 * @param decision as it is now
 * @param changes how it came to be so, in the order in which they became known
 * @param withdrawnOn from when it no longer counts; null where it does
 * @param version the number of the grant's events less one
 */
public record GrantRow(
        String id,
        String projectId,
        Decision decision,
        List<Change> changes,
        @Nullable String withdrawnOn,
        @Nullable String source,
        long version) {

    /** One change, from when it counts, with what was before it. */
    public record Change(String changedOn, Decision before) {}

    GrantRow changed(Decision after, String changedOn, long newVersion) {
        var all = new ArrayList<>(changes);
        all.add(new Change(changedOn, decision));
        return new GrantRow(id, projectId, after, all, withdrawnOn, source, newVersion);
    }

    GrantRow withdrawn(String day, long newVersion) {
        return new GrantRow(id, projectId, decision, changes, day, source, newVersion);
    }
}
