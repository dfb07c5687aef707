package io.samling.funding.financing;

import io.samling.kernel.StoredAs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we remember of a grant. Ours alone: {@code publishing} says what others may know. */
public sealed interface GrantEvent {

    /** The grant, a plain UUID. */
    String grantId();

    /** The project it is for, a plain UUID. */
    String projectId();

    /** A grant was decided. */
    @StoredAs("grant.decided")
    record GrantDecided(
            String grantId, String projectId, Decision decision, @Nullable String source)
            implements GrantEvent {}

    /** The decision was changed; both sides are in full. */
    @StoredAs("grant.changed")
    record GrantChanged(
            String grantId, String projectId, Decision before, Decision after, String changedOn)
            implements GrantEvent {}

    /** The grant was withdrawn. */
    @StoredAs("grant.withdrawn")
    record GrantWithdrawn(String grantId, String projectId, Decision before, String withdrawnOn)
            implements GrantEvent {}

    /** What a decision says; what is null is unknown. */
    record Decision(
            List<Contribution> funders,
            @Nullable String decidedOn,
            @Nullable Amount amount,
            String meaning) {

        public Decision {
            funders = List.copyOf(funders);
        }
    }

    /** What one funder pays; a share that is null is unknown. */
    record Contribution(String name, @Nullable Amount share) {}

    /** Money in the smallest unit of its currency. */
    record Amount(long minor, String currency) {}
}
