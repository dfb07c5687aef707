package io.samling.funding.ownership;

import io.samling.kernel.Organisationsnummer;
import io.samling.kernel.PartialDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a share register. */
public sealed interface ShareRegisterCommand {

    /**
     * Opens the register of a company.
     *
     * @param organisationsnummer null where it is unknown
     * @param demo its contents are invented, for a demonstration
     */
    record OpenRegister(
            @TargetAggregateIdentifier ShareRegisterId registerId,
            String company,
            @Nullable Organisationsnummer organisationsnummer,
            boolean demo)
            implements ShareRegisterCommand {}

    /**
     * Enters an organisation as one that may hold shares.
     *
     * @param organisationsnummer null where it is unknown
     */
    record EnterHolder(
            @TargetAggregateIdentifier ShareRegisterId registerId,
            HolderId holderId,
            String name,
            @Nullable Organisationsnummer organisationsnummer)
            implements ShareRegisterCommand {}

    /**
     * Enters new shares, which take the numbers after the highest ever issued.
     *
     * @param votesPerShare null for those of the class, or 1 where the class is new
     */
    record IssueShares(
            @TargetAggregateIdentifier ShareRegisterId registerId,
            UUID entryId,
            long count,
            HolderId holder,
            ShareClass shareClass,
            @Nullable Integer votesPerShare,
            PartialDate day)
            implements ShareRegisterCommand {}

    /** Enters that shares changed hands. */
    record TransferShares(
            @TargetAggregateIdentifier ShareRegisterId registerId,
            UUID entryId,
            ShareNumbers shares,
            HolderId from,
            HolderId to,
            PartialDate day)
            implements ShareRegisterCommand {}

    /** Enters that shares were redeemed: they are nobody's, and their numbers stay used. */
    record RedeemShares(
            @TargetAggregateIdentifier ShareRegisterId registerId,
            UUID entryId,
            ShareNumbers shares,
            HolderId holder,
            PartialDate day)
            implements ShareRegisterCommand {}
}
