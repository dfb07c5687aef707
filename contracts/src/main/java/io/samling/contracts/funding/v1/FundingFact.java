package io.samling.contracts.funding.v1;

import io.samling.contracts.Envelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What funding-service tells others, on {@code samling.funding.facts.v1}. The subject is the
 * project or the grant. Dates are as precise as they are known: {@code 2015-03-27}, {@code 2015-03}
 * or {@code 2015}; what is absent is unknown. Add fields freely; to change or drop one is to write
 * v2.
 */
public sealed interface FundingFact {

    /** The project or grant that the fact is about. */
    String subject();

    /**
     * A project was registered.
     *
     * @param owner the organisation that owns it, which need not be the cluster organisation
     * @param from when it begins
     * @param until when it ends
     * @param programme such as {@code ESF 2007-2013}
     * @param source where it is read, such as the page of a project bank
     * @param demo invented, for a demonstration
     */
    record ProjectRegistered(
            String projectId,
            String name,
            String owner,
            @Nullable String from,
            @Nullable String until,
            @Nullable String programme,
            @Nullable String source,
            boolean demo)
            implements FundingFact {

        @Override
        public String subject() {
            return projectId;
        }
    }

    /** A grant was decided for a project. */
    record GrantDecided(String grantId, String projectId, Grant grant, @Nullable String source)
            implements FundingFact {

        @Override
        public String subject() {
            return grantId;
        }
    }

    /**
     * The decision was changed.
     *
     * @param changedOn from when the change counts
     */
    record GrantChanged(
            String grantId, String projectId, Grant before, Grant after, String changedOn)
            implements FundingFact {

        @Override
        public String subject() {
            return grantId;
        }
    }

    /**
     * The grant was withdrawn.
     *
     * @param withdrawnOn from when it no longer counts; where imprecise, the last day of its period
     */
    record GrantWithdrawn(String grantId, String projectId, Grant before, String withdrawnOn)
            implements FundingFact {

        @Override
        public String subject() {
            return grantId;
        }
    }

    /**
     * What a decision says.
     *
     * @param funders those who pay, at least one
     * @param decidedOn when it was decided; absent where that is unknown
     * @param amount absent where it is unknown
     * @param meaning {@code GRANT}, or {@code TOTAL_BUDGET} where the amount is the whole budget of
     *     the project and the grant's part of it is unknown
     */
    record Grant(
            List<Funder> funders,
            @Nullable String decidedOn,
            @Nullable Amount amount,
            String meaning) {}

    /**
     * One who pays.
     *
     * @param share its part of the amount; absent where the split is unknown
     */
    record Funder(String name, @Nullable Amount share) {}

    /** Money in the smallest unit of its currency. */
    record Amount(long minor, String currency) {}

    /** The name a fact goes by on the wire, as its {@code ce_type}; it outlives the class. */
    static String typeOf(FundingFact fact) {
        return switch (fact) {
            case ProjectRegistered _ -> type("project-registered");
            case GrantDecided _ -> type("grant-decided");
            case GrantChanged _ -> type("grant-changed");
            case GrantWithdrawn _ -> type("grant-withdrawn");
        };
    }

    /** The class that reads a {@code ce_type}, or null where this version does not know it. */
    static @Nullable Class<? extends FundingFact> classOf(String type) {
        return switch (type) {
            case "io.samling.funding.project-registered.v1" -> ProjectRegistered.class;
            case "io.samling.funding.grant-decided.v1" -> GrantDecided.class;
            case "io.samling.funding.grant-changed.v1" -> GrantChanged.class;
            case "io.samling.funding.grant-withdrawn.v1" -> GrantWithdrawn.class;
            default -> null;
        };
    }

    private static String type(String name) {
        return Envelope.type("funding", name, 1);
    }
}
