package io.samling.contracts.member.v1;

import io.samling.contracts.Envelope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What member-service tells others, on {@code samling.member.facts.v1}, with the member's id as
 * subject. Add fields freely; to change or drop one is to write v2.
 */
public sealed interface MemberFact {

    /** The member, a random id that stays the same through all its periods. */
    String memberId();

    /**
     * A period of membership begins; the second and later ones are a come-back.
     *
     * @param period from 1
     * @param organisationsnummer ten digits; never a person's
     * @param kind such as {@code COMPANY}; see the service's documentation
     * @param municipality SCB's code, four digits as text
     * @param firstDay the first day that counts
     * @param demo an invented company, for a demonstration
     */
    record MembershipBegan(
            String memberId,
            int period,
            String organisationsnummer,
            String name,
            String kind,
            String municipality,
            LocalDate firstDay,
            boolean demo)
            implements MemberFact {}

    /**
     * A period of membership ends, today, in the past or in days to come.
     *
     * @param lastDay the last day that counts
     * @param reason a code such as {@code RESIGNED} or {@code MERGED}
     * @param mergedInto the absorbing member, where the reason is {@code MERGED}
     */
    record MembershipEnded(
            String memberId,
            int period,
            LocalDate firstDay,
            LocalDate lastDay,
            String reason,
            @Nullable String mergedInto)
            implements MemberFact {}

    /**
     * A period was registered in error: it never counted, though until now it was known to.
     *
     * @param lastDay the last day that counted, where the period had ended
     */
    record MembershipAnnulled(
            String memberId, int period, LocalDate firstDay, @Nullable LocalDate lastDay)
            implements MemberFact {}

    /** A member's headcount was reported. */
    record HeadcountReported(String memberId, String readingId, Reading reading)
            implements MemberFact {}

    /** A reading was wrong: from now on the later one is known. */
    record HeadcountCorrected(String memberId, String readingId, Reading before, Reading after)
            implements MemberFact {}

    /**
     * How many work there, as somebody counted.
     *
     * @param measure {@code HEADCOUNT}, {@code FTE}, {@code AWU} or {@code AVERAGE}
     * @param scope {@code SITE}, {@code LEGAL_ENTITY} or {@code GROUP}
     * @param asOf the day it was counted for
     * @param value whole persons for {@code HEADCOUNT}; hundredths for the other measures
     * @param source {@code MEMBER}, {@code ANNUAL_REPORT}, {@code SCB} or {@code ESTIMATE}
     */
    record Reading(String measure, String scope, LocalDate asOf, long value, String source) {}

    /** The name a fact goes by on the wire, as its {@code ce_type}; it outlives the class. */
    static String typeOf(MemberFact fact) {
        return switch (fact) {
            case MembershipBegan _ -> type("membership-began");
            case MembershipEnded _ -> type("membership-ended");
            case MembershipAnnulled _ -> type("membership-annulled");
            case HeadcountReported _ -> type("headcount-reported");
            case HeadcountCorrected _ -> type("headcount-corrected");
        };
    }

    /** The class that reads a {@code ce_type}, or null where this version does not know it. */
    static @Nullable Class<? extends MemberFact> classOf(String type) {
        return switch (type) {
            case "io.samling.member.membership-began.v1" -> MembershipBegan.class;
            case "io.samling.member.membership-ended.v1" -> MembershipEnded.class;
            case "io.samling.member.membership-annulled.v1" -> MembershipAnnulled.class;
            case "io.samling.member.headcount-reported.v1" -> HeadcountReported.class;
            case "io.samling.member.headcount-corrected.v1" -> HeadcountCorrected.class;
            default -> null;
        };
    }

    private static String type(String name) {
        return Envelope.type("member", name, 1);
    }
}
