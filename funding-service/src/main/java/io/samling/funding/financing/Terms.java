package io.samling.funding.financing;

import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision says, as far as it is known.
 *
 * @param funders those who pay
 * @param decidedOn null where it is unknown
 * @param amount null where it is unknown
 */
public record Terms(
        List<Funder> funders,
        @Nullable PartialDate decidedOn,
        @Nullable Money amount,
        Meaning meaning) {

    /** More than any grant, and little enough that thousands of them can be added up. */
    private static final long MOST_MINOR_UNITS = 1_000_000_000_000_000L;

    public Terms {
        funders = List.copyOf(funders);
    }

    /** The same terms with some of them replaced. */
    Terms with(List<Revision> revisions) {
        var revised = this;
        for (var revision : revisions) {
            revised = revised.with(revision);
        }
        return revised;
    }

    private Terms with(Revision revision) {
        return switch (revision) {
            case Revision.Funders(var now) -> new Terms(now, decidedOn, amount, meaning);
            case Revision.DecidedOn(var now) -> new Terms(funders, now, amount, meaning);
            case Revision.Amount(var now) -> new Terms(funders, decidedOn, now, meaning);
            case Revision.Means(var now) -> new Terms(funders, decidedOn, amount, now);
        };
    }

    /** Whether a day lies before the decision. None lies before a decision whose day is unknown. */
    boolean areDecidedAfter(LocalDate day) {
        return decidedOn != null && day.isBefore(decidedOn.firstDay());
    }

    /**
     * Holds the rules about funders and their shares.
     *
     * @throws GrantRefused where one is broken
     */
    void check() {
        if (funders.isEmpty()) {
            throw GrantRefused.nobodyPays();
        }
        var names = new HashSet<String>();
        for (var funder : funders) {
            if (!names.add(funder.key())) {
                throw GrantRefused.funderTwice(funder);
            }
            checkSize(funder.share());
        }
        checkSize(amount);
        if (amount != null) {
            checkShares(amount);
        }
    }

    private void checkShares(Money whole) {
        long left = whole.minor();
        boolean allKnown = true;
        for (var funder : funders) {
            var share = funder.share();
            if (share == null) {
                allKnown = false;
                continue;
            }
            if (!share.currency().equals(whole.currency())) {
                throw GrantRefused.currenciesDiffer(funder);
            }
            left -= share.minor();
            if (left < 0) {
                throw GrantRefused.sharesExceedTheAmount();
            }
        }
        if (allKnown && left > 0) {
            throw GrantRefused.sharesDoNotAddUp();
        }
    }

    private static void checkSize(@Nullable Money money) {
        if (money != null && !money.exceedsNothing()) {
            throw GrantRefused.nothing();
        }
        if (money != null && money.minor() > MOST_MINOR_UNITS) {
            throw GrantRefused.tooMuch();
        }
    }
}
