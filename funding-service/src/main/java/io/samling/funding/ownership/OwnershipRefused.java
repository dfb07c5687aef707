package io.samling.funding.ownership;

import io.samling.kernel.PartialDate;
import io.samling.kernel.Refusal;

/** Why a share register cannot say what it was asked to say. */
public final class OwnershipRefused extends Refusal {

    private OwnershipRefused(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    static OwnershipRefused openedOtherwise() {
        return conflict(
                "share-register-opened-otherwise",
                "A share register with this id is open with other content: choose another id.");
    }

    static OwnershipRefused holderEnteredOtherwise() {
        return conflict(
                "holder-entered-otherwise",
                "A holder with this id is entered with other content: choose another id.");
    }

    static OwnershipRefused sameOrganisation() {
        return conflict(
                "holder-entered-twice",
                "A holder with this organisation number is entered already: use its id.");
    }

    static OwnershipRefused enteredOtherwise() {
        return conflict(
                "entry-entered-otherwise",
                "An entry with this id has other content; no entry is changed: make a new one.");
    }

    static OwnershipRefused holderUnknown(HolderId holder) {
        return rule(
                "holder-unknown",
                "There is no holder %s in this register: enter it first.".formatted(holder.text()));
    }

    static OwnershipRefused tooFewOrMany(long most) {
        return rule(
                "share-count-impossible",
                "An issue has at least one share, and a register at most %,d.".formatted(most));
    }

    static OwnershipRefused votesImpossible() {
        return rule("votes-impossible", "A share has at least 1 vote and at most 10.");
    }

    static OwnershipRefused votesDiffer(ShareClass shareClass, int votes) {
        return rule(
                "votes-differ-in-class",
                "A share of class %s has %d votes.".formatted(shareClass.name(), votes));
    }

    static OwnershipRefused toItself() {
        return rule("transfer-to-itself", "Shares pass from one holder to another.");
    }

    static OwnershipRefused notIssued(long highest) {
        return rule(
                "shares-not-issued",
                highest == 0
                        ? "No shares have been issued yet."
                        : "Only the shares 1–%d have been issued.".formatted(highest));
    }

    static OwnershipRefused notHeld(ShareNumbers shares) {
        return rule(
                "shares-not-held",
                "The holder named does not hold the shares %s.".formatted(shares));
    }

    static OwnershipRefused notYetHeld(ShareNumbers shares, PartialDate since) {
        return rule(
                "shares-not-yet-held",
                "The holder got the shares %s on %s: they cannot leave it before."
                        .formatted(shares, since));
    }

    private static OwnershipRefused conflict(String code, String sentence) {
        return new OwnershipRefused(Kind.CONFLICT, code, sentence);
    }

    private static OwnershipRefused rule(String code, String sentence) {
        return new OwnershipRefused(Kind.FORBIDDEN_BY_RULE, code, sentence);
    }
}
