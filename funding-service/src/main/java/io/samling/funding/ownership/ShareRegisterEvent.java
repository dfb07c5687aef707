package io.samling.funding.ownership;

import io.samling.kernel.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * What we remember of a share register. Ours alone: {@code publishing} says what others may know.
 * Days are as precise as they are known.
 */
public sealed interface ShareRegisterEvent {

    /** The register, a plain UUID. */
    String registerId();

    /** A register was opened; an organisation number that is null is unknown. */
    @StoredAs("shareregister.opened")
    record RegisterOpened(
            String registerId, String company, @Nullable String organisationsnummer, boolean demo)
            implements ShareRegisterEvent {}

    /** An organisation may hold shares; an organisation number that is null is unknown. */
    @StoredAs("shareregister.holder-entered")
    record HolderEntered(
            String registerId, String holderId, String name, @Nullable String organisationsnummer)
            implements ShareRegisterEvent {}

    /** The shares from the first to the last number were issued. */
    @StoredAs("shareregister.shares-issued")
    record SharesIssued(
            String registerId,
            String entryId,
            long first,
            long last,
            String holderId,
            String shareClass,
            int votesPerShare,
            String day)
            implements ShareRegisterEvent {}

    /** The shares from the first to the last number changed hands. */
    @StoredAs("shareregister.shares-transferred")
    record SharesTransferred(
            String registerId,
            String entryId,
            long first,
            long last,
            String fromHolderId,
            String toHolderId,
            String day)
            implements ShareRegisterEvent {}

    /** The shares from the first to the last number were redeemed. */
    @StoredAs("shareregister.shares-redeemed")
    record SharesRedeemed(
            String registerId, String entryId, long first, long last, String holderId, String day)
            implements ShareRegisterEvent {}
}
