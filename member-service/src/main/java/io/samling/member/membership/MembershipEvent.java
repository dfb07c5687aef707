package io.samling.member.membership;

import io.samling.kernel.Claiming;
import io.samling.kernel.StoredAs;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we remember of a membership. Ours alone: {@code publishing} says what others may know. */
public sealed interface MembershipEvent {

    /** The sort of claim that keeps an organisation from being two members. */
    String NUMBER = "organisationsnummer";

    /** The member's UUID. */
    String memberId();

    /**
     * The first period began.
     *
     * @param period 1
     */
    @StoredAs("membership.member-joined")
    record MemberJoined(
            String memberId,
            int period,
            String organisationsnummer,
            String name,
            String kind,
            String municipality,
            LocalDate firstDay,
            boolean demo)
            implements MembershipEvent, Claiming {

        @Override
        public List<Claim> claims() {
            return List.of(Claim.take(NUMBER, organisationsnummer));
        }
    }

    /** The period ends. */
    @StoredAs("membership.member-left")
    record MemberLeft(
            String memberId, int period, LocalDate firstDay, LocalDate lastDay, String reason)
            implements MembershipEvent {}

    /** The period ends, because the member becomes part of another. */
    @StoredAs("membership.member-merged")
    record MemberMerged(
            String memberId, int period, LocalDate firstDay, LocalDate lastDay, String into)
            implements MembershipEvent {}

    /**
     * A later period began.
     *
     * @param takesNumber whether the organisation number had been given up before
     */
    @StoredAs("membership.member-returned")
    record MemberReturned(
            String memberId,
            int period,
            String organisationsnummer,
            String name,
            String kind,
            String municipality,
            LocalDate firstDay,
            boolean demo,
            boolean takesNumber)
            implements MembershipEvent, Claiming {

        @Override
        public List<Claim> claims() {
            return takesNumber ? List.of(Claim.take(NUMBER, organisationsnummer)) : List.of();
        }
    }

    /**
     * A period was registered in error.
     *
     * @param lastDay where the period had ended
     * @param freesNumber whether no period is left, so that the organisation number is free
     */
    @StoredAs("membership.period-annulled")
    record PeriodAnnulled(
            String memberId,
            int period,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String organisationsnummer,
            boolean freesNumber)
            implements MembershipEvent, Claiming {

        @Override
        public List<Claim> claims() {
            return freesNumber ? List.of(Claim.free(NUMBER, organisationsnummer)) : List.of();
        }
    }
}
