package io.samling.funding.publishing;

import io.samling.contracts.Topics;
import io.samling.contracts.funding.v1.FundingFact;
import io.samling.contracts.ownership.v1.OwnershipFact;
import io.samling.contracts.ownership.v1.OwnershipFact.Range;
import io.samling.eventrelay.Translation;
import io.samling.funding.financing.GrantEvent;
import io.samling.funding.ownership.ShareRegisterEvent;
import io.samling.funding.projects.ProjectEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every event of this service is one fact: those of share registers have a topic of their own. */
@Component
class FundingFacts implements Translation {

    @Override
    public List<Fact> factsOf(Object event) {
        return switch (event) {
            case ProjectEvent e -> List.of(fact(factOf(e)));
            case GrantEvent e -> List.of(fact(factOf(e)));
            case ShareRegisterEvent e -> List.of(fact(factOf(e)));
            default -> throw new IllegalArgumentException("No words for " + event.getClass());
        };
    }

    private static Fact fact(FundingFact fact) {
        return new Fact(Topics.FUNDING_FACTS, FundingFact.typeOf(fact), fact.subject(), fact);
    }

    private static Fact fact(OwnershipFact fact) {
        return new Fact(
                Topics.OWNERSHIP_FACTS, OwnershipFact.typeOf(fact), fact.registerId(), fact);
    }

    private static FundingFact factOf(ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.ProjectRegistered e ->
                    new FundingFact.ProjectRegistered(
                            e.projectId(),
                            e.name(),
                            e.owner(),
                            e.from(),
                            e.until(),
                            e.programme(),
                            e.source(),
                            e.demo());
        };
    }

    private static FundingFact factOf(GrantEvent event) {
        return switch (event) {
            case GrantEvent.GrantDecided e ->
                    new FundingFact.GrantDecided(
                            e.grantId(), e.projectId(), grant(e.decision()), e.source());
            case GrantEvent.GrantChanged e ->
                    new FundingFact.GrantChanged(
                            e.grantId(),
                            e.projectId(),
                            grant(e.before()),
                            grant(e.after()),
                            e.changedOn());
            case GrantEvent.GrantWithdrawn e ->
                    new FundingFact.GrantWithdrawn(
                            e.grantId(), e.projectId(), grant(e.before()), e.withdrawnOn());
        };
    }

    private static FundingFact.Grant grant(GrantEvent.Decision decision) {
        var funders =
                decision.funders().stream()
                        .map(each -> new FundingFact.Funder(each.name(), amount(each.share())))
                        .toList();
        return new FundingFact.Grant(
                funders, decision.decidedOn(), amount(decision.amount()), decision.meaning());
    }

    private static FundingFact.@Nullable Amount amount(GrantEvent.@Nullable Amount amount) {
        return amount == null ? null : new FundingFact.Amount(amount.minor(), amount.currency());
    }

    private static OwnershipFact factOf(ShareRegisterEvent event) {
        return switch (event) {
            case ShareRegisterEvent.RegisterOpened e ->
                    new OwnershipFact.RegisterOpened(
                            e.registerId(), e.company(), e.organisationsnummer(), e.demo());
            case ShareRegisterEvent.HolderEntered e ->
                    new OwnershipFact.HolderEntered(
                            e.registerId(), e.holderId(), e.name(), e.organisationsnummer());
            case ShareRegisterEvent.SharesIssued e ->
                    new OwnershipFact.SharesIssued(
                            e.registerId(),
                            e.entryId(),
                            new Range(e.first(), e.last()),
                            e.holderId(),
                            e.shareClass(),
                            e.votesPerShare(),
                            e.day());
            case ShareRegisterEvent.SharesTransferred e ->
                    new OwnershipFact.SharesTransferred(
                            e.registerId(),
                            e.entryId(),
                            new Range(e.first(), e.last()),
                            e.fromHolderId(),
                            e.toHolderId(),
                            e.day());
            case ShareRegisterEvent.SharesRedeemed e ->
                    new OwnershipFact.SharesRedeemed(
                            e.registerId(),
                            e.entryId(),
                            new Range(e.first(), e.last()),
                            e.holderId(),
                            e.day());
        };
    }
}
