package io.samling.funding.portfolio;

import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a share register as it is shown.
 *
 * @param type {@code ISSUE}, {@code TRANSFER} or {@code REDEMPTION}
 * @param from who had the shares; null for an issue
 * @param to who has them; null for a redemption
 * @param shareClass of an issue
 * @param votesPerShare of an issue
 */
public record EntryRow(
        String id,
        String registerId,
        String type,
        long first,
        long last,
        @Nullable String from,
        @Nullable String to,
        @Nullable String shareClass,
        @Nullable Integer votesPerShare,
        String day) {

    static EntryRow of(SharesIssued e) {
        return new EntryRow(
                e.entryId(),
                e.registerId(),
                "ISSUE",
                e.first(),
                e.last(),
                null,
                e.holderId(),
                e.shareClass(),
                e.votesPerShare(),
                e.day());
    }

    static EntryRow of(SharesTransferred e) {
        return new EntryRow(
                e.entryId(),
                e.registerId(),
                "TRANSFER",
                e.first(),
                e.last(),
                e.fromHolderId(),
                e.toHolderId(),
                null,
                null,
                e.day());
    }

    static EntryRow of(SharesRedeemed e) {
        return new EntryRow(
                e.entryId(),
                e.registerId(),
                "REDEMPTION",
                e.first(),
                e.last(),
                e.holderId(),
                null,
                null,
                null,
                e.day());
    }
}
