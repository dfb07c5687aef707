package io.samling.reporting.owners.feed;

import io.samling.contracts.ownership.v1.OwnershipFact;
import io.samling.contracts.ownership.v1.OwnershipFact.HolderEntered;
import io.samling.contracts.ownership.v1.OwnershipFact.Range;
import io.samling.contracts.ownership.v1.OwnershipFact.RegisterOpened;
import io.samling.contracts.ownership.v1.OwnershipFact.SharesIssued;
import io.samling.contracts.ownership.v1.OwnershipFact.SharesRedeemed;
import io.samling.contracts.ownership.v1.OwnershipFact.SharesTransferred;
import io.samling.eventfeed.Fold;
import io.samling.eventfeed.Span;
import io.samling.kernel.PartialDate;
import io.samling.reporting.owners.OwnerRow;
import io.samling.reporting.owners.OwnerRow.Holder;
import io.samling.reporting.owners.OwnerRow.Holding;
import io.samling.reporting.owners.OwnerRow.Register;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One share register: who held which numbers from which day until which. */
final class RegisterFold implements Fold<OwnershipFact, OwnerRow> {

    private final List<Span<OwnerRow>> named = new ArrayList<>();
    private List<Span<Holding>> holdings = new ArrayList<>();

    @Override
    public void tell(OwnershipFact fact) {
        switch (fact) {
            case RegisterOpened opened ->
                    named.add(
                            Span.always(
                                    new Register(
                                            opened.company(),
                                            opened.organisationsnummer(),
                                            opened.demo())));
            case HolderEntered entered ->
                    named.add(
                            Span.always(
                                    new Holder(
                                            entered.holderId(),
                                            entered.name(),
                                            entered.organisationsnummer())));
            case SharesIssued issued -> issue(issued);
            case SharesTransferred moved ->
                    take(
                            moved.shares(),
                            moved.fromHolderId(),
                            moved.toHolderId(),
                            day(moved.day()));
            case SharesRedeemed redeemed ->
                    take(redeemed.shares(), redeemed.holderId(), null, lastDay(redeemed.day()));
        }
    }

    @Override
    public List<Span<OwnerRow>> spans() {
        List<Span<OwnerRow>> spans = new ArrayList<>(named);
        for (var holding : holdings) {
            spans.add(new Span<>(holding.from(), holding.until(), holding.value()));
        }
        return spans;
    }

    private void issue(SharesIssued issued) {
        var holding =
                new Holding(
                        issued.shares().first(),
                        issued.shares().last(),
                        issued.holderId(),
                        issued.shareClass(),
                        issued.votesPerShare());
        holdings.add(new Span<>(day(issued.day()), Span.OPEN, holding));
    }

    /** Ends the seller's holding of these numbers, and begins the buyer's where there is one. */
    private void take(Range shares, String seller, @Nullable String buyer, int day) {
        long taken = 0;
        List<Span<Holding>> after = new ArrayList<>();
        for (var span : holdings) {
            var held = span.value();
            long first = Math.max(held.first(), shares.first());
            long last = Math.min(held.last(), shares.last());
            if (span.until() != Span.OPEN || first > last || !held.holderId().equals(seller)) {
                after.add(span);
                continue;
            }
            taken += last - first + 1;
            keep(after, span, held.first(), first - 1);
            keep(after, span, last + 1, held.last());
            add(after, span.from(), day, part(held, first, last, seller));
            if (buyer != null) {
                add(after, day, Span.OPEN, part(held, first, last, buyer));
            }
        }
        if (taken != shares.last() - shares.first() + 1) {
            throw new IllegalStateException("shares that the holder does not have");
        }
        holdings = after;
    }

    private static void keep(List<Span<Holding>> after, Span<Holding> span, long first, long last) {
        if (first <= last) {
            var held = span.value();
            add(after, span.from(), span.until(), part(held, first, last, held.holderId()));
        }
    }

    private static void add(List<Span<Holding>> after, int from, int until, Holding holding) {
        var span = new Span<>(from, until, holding);
        if (!span.isEmpty()) {
            after.add(span);
        }
    }

    private static Holding part(Holding held, long first, long last, String holder) {
        return new Holding(first, last, holder, held.shareClass(), held.votesPerShare());
    }

    private static int day(String text) {
        return Span.day(PartialDate.of(text).firstDay());
    }

    /** An imprecise end is the last day of its period. */
    private static int lastDay(String text) {
        return Span.day(PartialDate.of(text).lastDay());
    }
}
