package io.samling.funding.ownership;

import static io.samling.testing.RefusalWith.refusal;

import io.samling.funding.ownership.ShareRegisterCommand.IssueShares;
import io.samling.funding.ownership.ShareRegisterCommand.RedeemShares;
import io.samling.funding.ownership.ShareRegisterCommand.TransferShares;
import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.ownership.ShareRegisterEvent.RegisterOpened;
import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import io.samling.kernel.Organisationsnummer;
import io.samling.kernel.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;

/** A share register to decide about, and its commands and events in few words. */
abstract class ShareRegisterFixture {

    static final ShareRegisterId REGISTER =
            new ShareRegisterId(UUID.fromString("00000000-0000-4000-8000-0000000000b1"));
    static final HolderId REGION = holderId("c1");
    static final HolderId KARLSHAMN = holderId("c2");
    static final HolderId STRANGER = holderId("cf");
    static final Organisationsnummer REGIONS_NUMBER = Organisationsnummer.of("232100-0081");
    static final String JULY_2021 = "2021-07";
    static final UUID ENTRY = entryId(99);

    final AggregateTestFixture<ShareRegister> register =
            new AggregateTestFixture<>(ShareRegister.class);

    TestExecutor<ShareRegister> given(ShareRegisterEvent... entries) {
        List<Object> events = new ArrayList<>(List.of(opened(), regionEntered()));
        events.add(new HolderEntered(register(), KARLSHAMN.text(), "Karlshamns kommun", null));
        events.addAll(List.of(entries));
        return register.given(events);
    }

    static void refused(ResultValidator<ShareRegister> result, String code) {
        result.expectNoEvents().expectException(refusal(code));
    }

    static IssueShares issue(
            long count, HolderId holder, String shareClass, @Nullable Integer votes) {
        var day = PartialDate.of(JULY_2021);
        return new IssueShares(
                REGISTER, ENTRY, count, holder, new ShareClass(shareClass), votes, day);
    }

    static TransferShares transfer(long first, long last, HolderId from, HolderId to, String day) {
        var shares = new ShareNumbers(first, last);
        return new TransferShares(REGISTER, ENTRY, shares, from, to, PartialDate.of(day));
    }

    static RedeemShares redeem(long first, long last, HolderId holder, String day) {
        var shares = new ShareNumbers(first, last);
        return new RedeemShares(REGISTER, ENTRY, shares, holder, PartialDate.of(day));
    }

    static RegisterOpened opened() {
        return new RegisterOpened(register(), "Techtank AB (svb)", null, true);
    }

    static HolderEntered regionEntered() {
        return new HolderEntered(
                register(), REGION.text(), "Region Blekinge", REGIONS_NUMBER.digits());
    }

    static SharesIssued issued(
            int entry, long first, long last, HolderId holder, String shareClass, int votes) {
        return new SharesIssued(
                register(),
                entryId(entry).toString(),
                first,
                last,
                holder.text(),
                shareClass,
                votes,
                JULY_2021);
    }

    static SharesTransferred transferred(
            int entry, long first, long last, HolderId from, HolderId to) {
        return new SharesTransferred(
                register(),
                entryId(entry).toString(),
                first,
                last,
                from.text(),
                to.text(),
                JULY_2021);
    }

    static SharesRedeemed redeemed(int entry, long first, long last, HolderId holder) {
        return new SharesRedeemed(
                register(), entryId(entry).toString(), first, last, holder.text(), JULY_2021);
    }

    static UUID entryId(int number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L | number);
    }

    static HolderId holderId(String end) {
        return new HolderId(UUID.fromString("00000000-0000-4000-8000-0000000000" + end));
    }

    static String register() {
        return REGISTER.value().toString();
    }
}
