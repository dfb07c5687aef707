package io.samling.member.headcount;

import io.samling.kernel.Refusal;
import io.samling.member.membership.MemberId;

/** Why a headcount cannot be what it was asked to be. */
public final class HeadcountRefused extends Refusal {

    private HeadcountRefused(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    static HeadcountRefused memberUnknown(MemberId member) {
        return new HeadcountRefused(
                Kind.UNKNOWN,
                "unknown-member",
                "There is no member %s: let it join first.".formatted(member.text()));
    }

    static HeadcountRefused readingUnknown(ReadingId id) {
        return new HeadcountRefused(
                Kind.UNKNOWN,
                "unknown-reading",
                "This member has no reading %s to correct.".formatted(id.text()));
    }

    static HeadcountRefused reportedOtherwise(ReadingId id) {
        return new HeadcountRefused(
                Kind.CONFLICT,
                "reading-exists-with-other-data",
                "Reading %s was reported with other data: correct it, or choose a new id."
                        .formatted(id.text()));
    }

    static HeadcountRefused valueOutOfRange(String sentence) {
        return new HeadcountRefused(Kind.FORBIDDEN_BY_RULE, "value-out-of-range", sentence);
    }
}
