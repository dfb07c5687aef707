package io.samling.funding.ownership;

import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.ownership.ShareRegisterEvent.RegisterOpened;
import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which shares. The holdings are a partition of the numbers from 1 to the highest ever
 * issued: no number is missing, none is there twice.
 */
public final class Holdings {

    // not final, since a snapshot of the register fills it
    private TreeMap<Long, Holding> byFirst = new TreeMap<>();

    /** Takes in what happened next; events come in the order of the register. */
    public void evolve(ShareRegisterEvent event) {
        switch (event) {
            case RegisterOpened _, HolderEntered _ -> {}
            case SharesIssued e ->
                    issue(
                            new ShareNumbers(e.first(), e.last()),
                            e.holderId(),
                            e.shareClass(),
                            e.day());
            case SharesTransferred e ->
                    pass(new ShareNumbers(e.first(), e.last()), e.toHolderId(), e.day());
            case SharesRedeemed e -> pass(new ShareNumbers(e.first(), e.last()), null, e.day());
        }
    }

    /** All holdings, in the order of their numbers. */
    public List<Holding> all() {
        return List.copyOf(byFirst.values());
    }

    /** The highest number ever issued, 0 before the first. */
    long highest() {
        return byFirst.isEmpty() ? 0 : byFirst.lastEntry().getValue().shares().last();
    }

    /** The holdings that have a part in these shares, which have all been issued. */
    Collection<Holding> touching(ShareNumbers shares) {
        return byFirst.subMap(byFirst.floorKey(shares.first()), true, shares.last(), true).values();
    }

    /** Adds shares that were issued; their numbers follow on from the highest before. */
    public void issue(ShareNumbers shares, String holder, String shareClass, String day) {
        byFirst.put(shares.first(), new Holding(shares, holder, shareClass, day));
    }

    /** Gives shares to another holder, or to nobody where they were redeemed. */
    public void pass(ShareNumbers shares, @Nullable String newHolder, String day) {
        cutBefore(shares.first());
        cutBefore(shares.last() + 1);
        byFirst.subMap(shares.first(), true, shares.last(), true)
                .replaceAll((_, holding) -> holding.passedTo(newHolder, day));
    }

    /** Sees to it that a holding begins with this share, where there is such a share. */
    private void cutBefore(long number) {
        var entry = byFirst.floorEntry(number);
        if (entry == null || entry.getKey() == number) {
            return;
        }
        var holding = entry.getValue();
        var shares = holding.shares();
        if (shares.last() < number) {
            return;
        }
        byFirst.put(shares.first(), holding.of(new ShareNumbers(shares.first(), number - 1)));
        byFirst.put(number, holding.of(new ShareNumbers(number, shares.last())));
    }
}
