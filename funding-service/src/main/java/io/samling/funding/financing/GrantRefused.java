package io.samling.funding.financing;

import io.samling.funding.projects.ProjectId;
import io.samling.kernel.PartialDate;
import io.samling.kernel.Refusal;
import java.time.LocalDate;

/** Why a grant cannot be what it was asked to be. */
public final class GrantRefused extends Refusal {

    private GrantRefused(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    static GrantRefused decidedOtherwise() {
        return conflict(
                "grant-decided-otherwise",
                "A grant with this id is decided with other content: choose another id, or change"
                        + " the grant.");
    }

    static GrantRefused projectUnknown(ProjectId project) {
        return rule(
                "grant-project-unknown",
                "There is no project %s: register it first.".formatted(project.value()));
    }

    static GrantRefused nobodyPays() {
        return rule("grant-without-funder", "A grant has at least one funder.");
    }

    static GrantRefused funderTwice(Funder funder) {
        return rule(
                "grant-funder-twice",
                "The funder %s occurs twice: give it one share.".formatted(funder.name()));
    }

    static GrantRefused currenciesDiffer(Funder funder) {
        return rule(
                "grant-currencies-differ",
                "The share of %s is in another currency than the amount.".formatted(funder.name()));
    }

    static GrantRefused nothing() {
        return rule(
                "grant-amount-not-positive",
                "An amount or share is more than nothing; leave it out where it is unknown.");
    }

    static GrantRefused tooMuch() {
        return rule("grant-amount-too-large", "The amount is too large: it is in minor units.");
    }

    static GrantRefused sharesExceedTheAmount() {
        return rule("grant-shares-exceed-amount", "The shares are more than the amount.");
    }

    static GrantRefused sharesDoNotAddUp() {
        return rule(
                "grant-shares-do-not-add-up",
                "All shares are known, and together they are less than the amount.");
    }

    static GrantRefused beforeTheDecision(LocalDate day, PartialDate date) {
        return rule(
                "grant-changed-before-decided",
                "%s counts from %s, which lies before the decision.".formatted(date, day));
    }

    static GrantRefused beforeTheLatestChange(LocalDate day, PartialDate latest) {
        return rule(
                "grant-changed-out-of-order",
                "The grant was changed from %s: what counts from %s would contradict that."
                        .formatted(latest, day));
    }

    static GrantRefused withdrawn(PartialDate day) {
        return conflict("grant-withdrawn", "The grant was withdrawn on %s.".formatted(day));
    }

    private static GrantRefused conflict(String code, String sentence) {
        return new GrantRefused(Kind.CONFLICT, code, sentence);
    }

    private static GrantRefused rule(String code, String sentence) {
        return new GrantRefused(Kind.FORBIDDEN_BY_RULE, code, sentence);
    }
}
