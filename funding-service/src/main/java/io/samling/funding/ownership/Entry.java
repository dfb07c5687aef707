package io.samling.funding.ownership;

import io.samling.funding.ownership.ShareRegisterCommand.IssueShares;
import io.samling.funding.ownership.ShareRegisterCommand.RedeemShares;
import io.samling.funding.ownership.ShareRegisterCommand.TransferShares;
import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;

/** What an entry says, as one text, so that a repeated entry is told from another one. */
final class Entry {

    private Entry() {}

    static String of(IssueShares asked, int votes) {
        return issue(
                asked.count(),
                asked.holder().text(),
                asked.shareClass().name(),
                votes,
                asked.day().text());
    }

    static String of(SharesIssued entered) {
        return issue(
                entered.last() - entered.first() + 1,
                entered.holderId(),
                entered.shareClass(),
                entered.votesPerShare(),
                entered.day());
    }

    static String of(TransferShares asked) {
        return transfer(
                asked.shares().first(),
                asked.shares().last(),
                asked.from().text(),
                asked.to().text(),
                asked.day().text());
    }

    static String of(SharesTransferred entered) {
        return transfer(
                entered.first(),
                entered.last(),
                entered.fromHolderId(),
                entered.toHolderId(),
                entered.day());
    }

    static String of(RedeemShares asked) {
        return redemption(
                asked.shares().first(),
                asked.shares().last(),
                asked.holder().text(),
                asked.day().text());
    }

    static String of(SharesRedeemed entered) {
        return redemption(entered.first(), entered.last(), entered.holderId(), entered.day());
    }

    private static String issue(long count, String to, String shareClass, int votes, String day) {
        return "issue %d %s %s %d %s".formatted(count, to, shareClass, votes, day);
    }

    private static String transfer(long first, long last, String from, String to, String day) {
        return "transfer %d-%d %s %s %s".formatted(first, last, from, to, day);
    }

    private static String redemption(long first, long last, String of, String day) {
        return "redemption %d-%d %s %s".formatted(first, last, of, day);
    }
}
