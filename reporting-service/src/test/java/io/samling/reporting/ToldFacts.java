package io.samling.reporting;

import io.samling.contracts.Topics;
import io.samling.contracts.funding.v1.FundingFact;
import io.samling.contracts.funding.v1.FundingFact.Amount;
import io.samling.contracts.funding.v1.FundingFact.Funder;
import io.samling.contracts.funding.v1.FundingFact.Grant;
import io.samling.contracts.funding.v1.FundingFact.GrantDecided;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.ownership.v1.OwnershipFact;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.eventfeed.ToldLog.Told;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Events that tell one fact each. */
public final class ToldFacts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ToldFacts() {}

    /** An event that tells this of a member. */
    public static Event told(MemberFact fact) {
        return told(Topics.MEMBER_FACTS, MemberFact.typeOf(fact), fact.memberId(), fact);
    }

    /** An event that tells this of a project or a grant. */
    public static Event told(FundingFact fact) {
        return told(Topics.FUNDING_FACTS, FundingFact.typeOf(fact), fact.subject(), fact);
    }

    /** An event that tells this of a share register. */
    public static Event told(OwnershipFact fact) {
        return told(Topics.OWNERSHIP_FACTS, OwnershipFact.typeOf(fact), fact.registerId(), fact);
    }

    /** A grant of 19,905,600 SEK. */
    public static GrantDecided granted() {
        var funder = new Funder("Tillväxtverket", null);
        var amount = new Amount(1_990_560_000, "SEK");
        return new GrantDecided(
                "g", "p", new Grant(List.of(funder), "2025-03", amount, "GRANT"), null);
    }

    private static Event told(String topic, String type, String subject, Object fact) {
        return Event.of(new Told(topic, type, subject, JSON.writeValueAsString(fact)));
    }
}
