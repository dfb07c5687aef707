package io.samling.funding.ownership.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.samling.funding.ownership.HolderId;
import io.samling.funding.ownership.ShareClass;
import io.samling.funding.ownership.ShareNumbers;
import io.samling.funding.ownership.ShareRegisterCommand;
import io.samling.funding.ownership.ShareRegisterCommand.IssueShares;
import io.samling.funding.ownership.ShareRegisterCommand.RedeemShares;
import io.samling.funding.ownership.ShareRegisterCommand.TransferShares;
import io.samling.funding.ownership.ShareRegisterId;
import io.samling.kernel.PartialDate;
import io.samling.webedge.Parse;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as it is sent, told apart by its type. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EntryRequest.Issue.class, name = "ISSUE"),
    @JsonSubTypes.Type(value = EntryRequest.Transfer.class, name = "TRANSFER"),
    @JsonSubTypes.Type(value = EntryRequest.Redemption.class, name = "REDEMPTION")
})
sealed interface EntryRequest {

    /** The command that makes the entry. */
    ShareRegisterCommand asked(ShareRegisterId register, UUID entryId);

    record Issue(
            long count,
            @NotNull UUID holder,
            @Nullable String shareClass,
            @Nullable Integer votesPerShare,
            @NotNull String day)
            implements EntryRequest {

        @Override
        public ShareRegisterCommand asked(ShareRegisterId register, UUID entryId) {
            var named = Parse.optional("shareClass", shareClass, ShareClass::new);
            return new IssueShares(
                    register,
                    entryId,
                    count,
                    new HolderId(holder),
                    named == null ? ShareClass.DEFAULT : named,
                    votesPerShare,
                    dayOf(day));
        }
    }

    record Transfer(
            long first, long last, @NotNull UUID from, @NotNull UUID to, @NotNull String day)
            implements EntryRequest {

        @Override
        public ShareRegisterCommand asked(ShareRegisterId register, UUID entryId) {
            return new TransferShares(
                    register,
                    entryId,
                    numbers(first, last),
                    new HolderId(from),
                    new HolderId(to),
                    dayOf(day));
        }
    }

    record Redemption(long first, long last, @NotNull UUID holder, @NotNull String day)
            implements EntryRequest {

        @Override
        public ShareRegisterCommand asked(ShareRegisterId register, UUID entryId) {
            return new RedeemShares(
                    register, entryId, numbers(first, last), new HolderId(holder), dayOf(day));
        }
    }

    private static ShareNumbers numbers(long first, long last) {
        return Parse.field("last", last, it -> new ShareNumbers(first, it));
    }

    private static PartialDate dayOf(String day) {
        return Parse.field("day", day, PartialDate::of);
    }
}
