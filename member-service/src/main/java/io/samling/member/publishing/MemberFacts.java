package io.samling.member.publishing;

import io.samling.contracts.Topics;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.member.v1.MemberFact.MembershipAnnulled;
import io.samling.contracts.member.v1.MemberFact.MembershipBegan;
import io.samling.contracts.member.v1.MemberFact.MembershipEnded;
import io.samling.contracts.member.v1.MemberFact.Reading;
import io.samling.eventrelay.Translation;
import io.samling.member.headcount.HeadcountEvent;
import io.samling.member.headcount.HeadcountEvent.Counted;
import io.samling.member.headcount.HeadcountEvent.HeadcountCorrected;
import io.samling.member.headcount.HeadcountEvent.HeadcountReported;
import io.samling.member.membership.MembershipEvent;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import io.samling.member.membership.MembershipEvent.MemberMerged;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import java.util.List;
import org.springframework.stereotype.Component;

/** What member-service tells others: every event of ours as one fact of the contract. */
@Component
class MemberFacts implements Translation {

    @Override
    public List<Fact> factsOf(Object event) {
        var fact =
                switch (event) {
                    case MembershipEvent membership -> factOf(membership);
                    case HeadcountEvent headcount -> factOf(headcount);
                    default ->
                            throw new IllegalArgumentException(
                                    "No words for a " + event.getClass().getName());
                };
        var type = MemberFact.typeOf(fact);
        return List.of(new Fact(Topics.MEMBER_FACTS, type, fact.memberId(), fact));
    }

    private static MemberFact factOf(MembershipEvent event) {
        return switch (event) {
            case MemberJoined e ->
                    new MembershipBegan(
                            e.memberId(),
                            e.period(),
                            e.organisationsnummer(),
                            e.name(),
                            e.kind(),
                            e.municipality(),
                            e.firstDay(),
                            e.demo());
            case MemberReturned e ->
                    new MembershipBegan(
                            e.memberId(),
                            e.period(),
                            e.organisationsnummer(),
                            e.name(),
                            e.kind(),
                            e.municipality(),
                            e.firstDay(),
                            e.demo());
            case MemberLeft e ->
                    new MembershipEnded(
                            e.memberId(), e.period(), e.firstDay(), e.lastDay(), e.reason(), null);
            case MemberMerged e ->
                    new MembershipEnded(
                            e.memberId(),
                            e.period(),
                            e.firstDay(),
                            e.lastDay(),
                            "MERGED",
                            e.into());
            case PeriodAnnulled e ->
                    new MembershipAnnulled(e.memberId(), e.period(), e.firstDay(), e.lastDay());
        };
    }

    private static MemberFact factOf(HeadcountEvent event) {
        return switch (event) {
            case HeadcountReported e ->
                    new MemberFact.HeadcountReported(
                            e.memberId(), e.readingId(), reading(e.reading()));
            case HeadcountCorrected e ->
                    new MemberFact.HeadcountCorrected(
                            e.memberId(), e.readingId(), reading(e.before()), reading(e.after()));
        };
    }

    private static Reading reading(Counted counted) {
        return new Reading(
                counted.measure(),
                counted.scope(),
                counted.asOf(),
                counted.value(),
                counted.source());
    }
}
