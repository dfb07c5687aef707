package io.samling.funding.financing.web;

import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a grant may be refused. */
@Component
class GrantProblems implements KnownProblems {

    // spotless:off
    private static final List<KnownProblem> ALL = List.of(
            new KnownProblem("grant-decided-otherwise", 409, "A grant with this id has other content: choose another id, or POST a change to the grant."),
            new KnownProblem("grant-withdrawn", 409, "A withdrawn grant takes no change: if it was decided anew, put a new grant."),
            new KnownProblem("grant-project-unknown", 422, "Put the project first, then its grant."),
            new KnownProblem("grant-without-funder", 422, "Name at least one funder; its share may be unknown."),
            new KnownProblem("grant-funder-twice", 422, "Name each funder once, with the sum of its shares."),
            new KnownProblem("grant-currencies-differ", 422, "Give shares and amount in one currency."),
            new KnownProblem("grant-amount-not-positive", 422, "Leave out an amount or share that is not known; nothing is not an amount."),
            new KnownProblem("grant-amount-too-large", 422, "Amounts are in minor units (öre), at most a thousand million million."),
            new KnownProblem("grant-shares-exceed-amount", 422, "Correct the shares or the amount, or leave out what is not known."),
            new KnownProblem("grant-shares-do-not-add-up", 422, "All shares are known, so they must make the amount: correct one, or leave out what is not known."),
            new KnownProblem("grant-changed-before-decided", 422, "An imprecise day counts from the first of its period; give a day on or after that of the decision."),
            new KnownProblem("grant-changed-out-of-order", 422, "Changes are made in the order from which they count; give a day on or after that of the latest change."));
    // spotless:on

    @Override
    public List<KnownProblem> list() {
        return ALL;
    }
}
