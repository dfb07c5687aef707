package io.samling.member.membership;

import io.samling.kernel.Refusal;
import java.time.LocalDate;
import java.util.Objects;

/** Why a membership cannot be what it was asked to be. */
public final class MembershipRefused extends Refusal {

    private MembershipRefused(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    static MembershipRefused joinedOtherwise(MemberId member) {
        return conflict(
                "member-exists-with-other-data",
                "Member %s joined with other data: choose a new id for another organisation."
                        .formatted(member.text()));
    }

    static MembershipRefused notAMember(MemberId member) {
        return conflict(
                "no-period-left",
                "Member %s has no period: all were annulled. Let it return first."
                        .formatted(member.text()));
    }

    static MembershipRefused alreadyEnded(MemberId member, Period period) {
        return conflict(
                "period-already-ended",
                "Period %d of member %s ends on %s already: annul it and let it return, if that is"
                                .formatted(period.number(), member.text(), lastDay(period))
                        + " wrong.");
    }

    static MembershipRefused endsBeforeItBegins(Period period, LocalDate lastDay) {
        return rule(
                "ends-before-it-begins",
                "The last day would be %s, but the period began on %s."
                        .formatted(lastDay, period.firstDay()));
    }

    static MembershipRefused mergesIntoItself() {
        return rule("merges-into-itself", "A member cannot be merged into itself.");
    }

    static MembershipRefused absorberUnknown(MemberId into) {
        return rule(
                "absorbing-member-unknown",
                "There is no member %s to merge into: let it join first.".formatted(into.text()));
    }

    static MembershipRefused stillAMember(MemberId member, Period period) {
        return conflict(
                "still-a-member",
                "Member %s has been a member since %s and has not left."
                        .formatted(member.text(), period.firstDay()));
    }

    static MembershipRefused periodsOverlap(MemberId member, Period before, LocalDate firstDay) {
        return conflict(
                "periods-overlap",
                "Member %s is a member until %s: a new period cannot begin on %s."
                        .formatted(member.text(), lastDay(before), firstDay));
    }

    static MembershipRefused notTheNewest(int asked, Period newest) {
        return rule(
                "not-the-newest-period",
                "Only the newest period can be annulled, which is %d and not %d."
                        .formatted(newest.number(), asked));
    }

    static MembershipRefused neverBegan(MemberId member, int period) {
        return new MembershipRefused(
                Kind.UNKNOWN,
                "unknown-period",
                "Member %s has never had a period %d.".formatted(member.text(), period));
    }

    private static LocalDate lastDay(Period period) {
        return Objects.requireNonNull(period.lastDay());
    }

    private static MembershipRefused conflict(String code, String sentence) {
        return new MembershipRefused(Kind.CONFLICT, code, sentence);
    }

    private static MembershipRefused rule(String code, String sentence) {
        return new MembershipRefused(Kind.FORBIDDEN_BY_RULE, code, sentence);
    }
}
