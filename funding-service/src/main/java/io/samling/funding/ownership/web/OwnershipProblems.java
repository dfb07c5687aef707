package io.samling.funding.ownership.web;

import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a share register may refuse. */
@Component
class OwnershipProblems implements KnownProblems {

    // spotless:off
    private static final List<KnownProblem> ALL = List.of(
            new KnownProblem("share-register-opened-otherwise", 409, "A register with this id has other content: choose another id."),
            new KnownProblem("holder-entered-otherwise", 409, "A holder with this id has other content: choose another id."),
            new KnownProblem("holder-entered-twice", 409, "The organisation is entered already; GET the register for its id."),
            new KnownProblem("entry-entered-otherwise", 409, "No entry is changed: make a new one, with an id of its own."),
            new KnownProblem("holder-unknown", 422, "Put the holder first, then the entry."),
            new KnownProblem("share-count-impossible", 422, "An issue has at least one share, and a register at most 10^12."),
            new KnownProblem("votes-impossible", 422, "Give 1 to 10 votes: the law allows a ratio of ten to one between classes."),
            new KnownProblem("votes-differ-in-class", 422, "All shares of a class have the same votes: leave them out, or name another class."),
            new KnownProblem("transfer-to-itself", 422, "Name two holders."),
            new KnownProblem("shares-not-issued", 422, "The numbers reach beyond the highest ever issued; GET the register for its ranges."),
            new KnownProblem("shares-not-held", 422, "GET the register for who holds which numbers; a transfer or redemption takes shares of one holder."),
            new KnownProblem("shares-not-yet-held", 422, "An imprecise day counts from the first of its period; give a day on or after the one on which the holder got the shares."));
    // spotless:on

    @Override
    public List<KnownProblem> list() {
        return ALL;
    }
}
