package io.samling.reporting.grants;

import io.samling.kernel.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Grants added up.
 *
 * @param value the sum of the amounts that are grants, in SEK
 * @param otherCurrencies the sums in each other currency, never added to it
 * @param totalBudgets amounts that are whole budgets, of which the grant's part is unknown
 * @param count how many grants count on the day, whatever is known of their amounts
 * @param unknownAmount how many of them have no known amount
 * @param unknownDay how many of them have no known day of decision
 * @param impreciseDay how many of them were decided in a known month or year
 * @param notPlaced how many more there are that cannot be placed in time at all
 */
public record GrantTotals(
        Money value,
        List<Money> otherCurrencies,
        TotalBudgets totalBudgets,
        int count,
        int unknownAmount,
        int unknownDay,
        int impreciseDay,
        int notPlaced) {

    private static final String SEK = "SEK";

    /** Whole budgets: how many, their sum in SEK, and the sums in each other currency. */
    public record TotalBudgets(int count, Money sum, List<Money> otherCurrencies) {}

    /** Adds up, a grant at a time. */
    static final class Adding {

        private final SortedMap<String, Money> grants = new TreeMap<>();
        private final SortedMap<String, Money> budgets = new TreeMap<>();
        private int count;
        private int budgetCount;
        private int unknownAmount;
        private int unknownDay;
        private int impreciseDay;
        private int notPlaced;

        void add(InForce grant) {
            count++;
            boolean isBudget = grant.meaning().equals("TOTAL_BUDGET");
            budgetCount += isBudget ? 1 : 0;
            var amount = grant.amount();
            if (amount == null) {
                unknownAmount++;
            } else {
                (isBudget ? budgets : grants).merge(amount.currency(), amount, Money::plus);
            }
            if (grant.decidedOn() == null) {
                unknownDay++;
            } else if (!grant.isDecidedToTheDay()) {
                impreciseDay++;
            }
        }

        void notPlaced() {
            notPlaced++;
        }

        GrantTotals sum() {
            return new GrantTotals(
                    inSek(grants),
                    inOthers(grants),
                    new TotalBudgets(budgetCount, inSek(budgets), inOthers(budgets)),
                    count,
                    unknownAmount,
                    unknownDay,
                    impreciseDay,
                    notPlaced);
        }

        private static Money inSek(SortedMap<String, Money> sums) {
            return sums.getOrDefault(SEK, Money.ore(0));
        }

        private static List<Money> inOthers(SortedMap<String, Money> sums) {
            return sums.values().stream().filter(sum -> !sum.currency().equals(SEK)).toList();
        }
    }
}
