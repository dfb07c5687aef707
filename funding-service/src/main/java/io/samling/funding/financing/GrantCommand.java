package io.samling.funding.financing;

import io.samling.funding.projects.ProjectId;
import io.samling.kernel.PartialDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a grant. */
public sealed interface GrantCommand {

    /**
     * Records a decision for a project.
     *
     * @param source where it is read
     */
    record DecideGrant(
            @TargetAggregateIdentifier GrantId grantId,
            ProjectId projectId,
            Terms terms,
            @Nullable String source)
            implements GrantCommand {}

    /**
     * Replaces some of its terms and leaves the others as they are.
     *
     * @param changedOn from when the change counts
     */
    record ChangeGrant(
            @TargetAggregateIdentifier GrantId grantId,
            List<Revision> revisions,
            PartialDate changedOn)
            implements GrantCommand {}

    /**
     * Ends it.
     *
     * @param withdrawnOn from when it no longer counts
     */
    record WithdrawGrant(@TargetAggregateIdentifier GrantId grantId, PartialDate withdrawnOn)
            implements GrantCommand {}
}
