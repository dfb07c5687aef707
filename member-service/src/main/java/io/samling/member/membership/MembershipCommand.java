package io.samling.member.membership;

import io.samling.kernel.Municipality;
import io.samling.kernel.Organisationsnummer;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a membership. */
public sealed interface MembershipCommand {

    /**
     * An organisation becomes a member.
     *
     * @param firstDay the first day that counts
     * @param demo an invented organisation, for a demonstration
     */
    record Join(
            @TargetAggregateIdentifier MemberId memberId,
            Organisationsnummer organisationsnummer,
            OrganisationName name,
            OrganisationKind kind,
            Municipality municipality,
            LocalDate firstDay,
            boolean demo)
            implements MembershipCommand {}

    /**
     * It leaves.
     *
     * @param lastDay the last day that counts
     */
    record Leave(
            @TargetAggregateIdentifier MemberId memberId, LocalDate lastDay, LeavingReason reason)
            implements MembershipCommand {}

    /**
     * It becomes part of another member.
     *
     * @param day the first day on which it no longer counts
     * @param into the absorbing member
     */
    record Merge(@TargetAggregateIdentifier MemberId memberId, LocalDate day, MemberId into)
            implements MembershipCommand {}

    /** It comes back; what is not said about it is as it was. */
    record ComeBack(
            @TargetAggregateIdentifier MemberId memberId,
            LocalDate firstDay,
            @Nullable OrganisationName name,
            @Nullable OrganisationKind kind,
            @Nullable Municipality municipality)
            implements MembershipCommand {}

    /**
     * Its newest period was registered in error.
     *
     * @param period which one that is, for a caller who knows; the newest where nothing is said
     */
    record Annul(@TargetAggregateIdentifier MemberId memberId, @Nullable Integer period)
            implements MembershipCommand {}
}
