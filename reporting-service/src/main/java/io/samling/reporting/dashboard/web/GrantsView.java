package io.samling.reporting.dashboard.web;

import io.samling.kernel.Money;
import io.samling.reporting.dashboard.Overview;
import io.samling.reporting.grants.FundingRow.Funder;
import io.samling.reporting.grants.GrantTotals;
import io.samling.reporting.grants.InForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The grants in words, as the template shows them.
 *
 * @param brief the sums at a glance
 * @param hint how many there are
 * @param total the sums in SEK and each other currency
 * @param notes what the total leaves out
 */
record GrantsView(List<Row> rows, String brief, String total, String hint, List<String> notes) {

    private static final String PART = "grants";

    /**
     * A grant's row.
     *
     * @param note what is special about the amount; null where nothing is
     */
    record Row(
            String project,
            String owner,
            String funders,
            String decided,
            String amount,
            @Nullable String note) {}

    /** Whether there is anything to show. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    static GrantsView of(Overview overview, Words words) {
        var granted = overview.granted();
        var sums =
                Stream.concat(Stream.of(granted.value()), granted.otherCurrencies().stream())
                        .toList();
        return new GrantsView(
                overview.grants().stream().map(grant -> row(grant, words)).toList(),
                sums.stream().map(words::briefly).collect(Collectors.joining(" + ")),
                sums.stream().map(words::money).collect(Collectors.joining(" + ")),
                hint(granted, words),
                notes(granted, words));
    }

    private static String hint(GrantTotals granted, Words words) {
        var counts =
                Map.of(
                        "count", words.number(granted.count()),
                        "unknown", words.number(granted.unknownAmount()));
        var text = granted.unknownAmount() == 0 ? "inForce" : "inForceUnknown";
        return words.say(PART, text, counts);
    }

    private static Row row(InForce grant, Words words) {
        var unknown = words.say("page", "unknown");
        boolean isBudget = grant.meaning().equals("TOTAL_BUDGET");
        return new Row(
                grant.project() == null ? unknown : grant.project(),
                grant.owner() == null ? unknown : grant.owner(),
                grant.funders().stream().map(Funder::name).collect(Collectors.joining(", ")),
                grant.decidedOn() == null
                        ? words.say(PART, "unknownDay")
                        : words.day(grant.decidedOn()),
                amount(grant.amount(), words),
                isBudget && grant.amount() != null ? words.say(PART, "totalBudget") : null);
    }

    private static String amount(@Nullable Money amount, Words words) {
        return amount == null ? words.say(PART, "unknownAmount") : words.money(amount);
    }

    private static List<String> notes(GrantTotals granted, Words words) {
        List<String> notes = new ArrayList<>();
        var budgets = granted.totalBudgets();
        if (budgets.count() > 0) {
            var values =
                    Map.of(
                            "count", words.number(budgets.count()),
                            "sum", words.money(budgets.sum()));
            notes.add(words.say(PART, budgets.count() == 1 ? "oneBudget" : "budgets", values));
        }
        if (granted.notPlaced() > 0) {
            var count = Map.of("count", words.number(granted.notPlaced()));
            notes.add(words.say(PART, "notPlaced", count));
        }
        return notes;
    }
}
