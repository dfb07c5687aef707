package io.samling.funding.financing;

import io.samling.funding.financing.GrantEvent.Amount;
import io.samling.funding.financing.GrantEvent.Contribution;
import io.samling.funding.financing.GrantEvent.Decision;
import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/** Between the terms that are decided on and the plain form in which they are remembered. */
final class Decisions {

    private Decisions() {}

    static Decision remembered(Terms terms) {
        var decidedOn = terms.decidedOn();
        return new Decision(
                terms.funders().stream()
                        .map(funder -> new Contribution(funder.name(), plain(funder.share())))
                        .toList(),
                decidedOn == null ? null : decidedOn.text(),
                plain(terms.amount()),
                terms.meaning().name());
    }

    static Terms termsOf(Decision decision) {
        var decidedOn = decision.decidedOn();
        return new Terms(
                decision.funders().stream()
                        .map(each -> new Funder(each.name(), money(each.share())))
                        .toList(),
                decidedOn == null ? null : PartialDate.of(decidedOn),
                money(decision.amount()),
                Meaning.valueOf(decision.meaning()));
    }

    private static @Nullable Amount plain(@Nullable Money money) {
        return money == null ? null : new Amount(money.minor(), money.currency());
    }

    private static @Nullable Money money(@Nullable Amount amount) {
        return amount == null ? null : new Money(amount.minor(), amount.currency());
    }
}
