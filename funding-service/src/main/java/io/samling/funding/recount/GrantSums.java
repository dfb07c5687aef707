package io.samling.funding.recount;

import io.samling.funding.financing.GrantEvent.Decision;
import io.samling.kernel.PartialDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What grants come to on a day, by the names that the figure has for it. */
final class GrantSums {

    private static final List<String> COUNTS =
            List.of("count", "unknownAmount", "unknownDay", "impreciseDay", "notPlaced");

    private final Map<String, Long> values = new TreeMap<>();

    GrantSums() {
        COUNTS.forEach(name -> values.put(name, 0L));
        values.put("budgets", 0L);
    }

    void count(String name) {
        values.merge(name, 1L, Long::sum);
    }

    void add(Decision decision) {
        var isBudget = decision.meaning().equals("TOTAL_BUDGET");
        count("count");
        if (isBudget) {
            count("budgets");
        }
        var amount = decision.amount();
        if (amount == null) {
            count("unknownAmount");
        } else {
            var sum = (isBudget ? "budgets in " : "grants in ") + amount.currency();
            values.merge(sum, amount.minor(), Long::sum);
        }
        var decided = decision.decidedOn();
        if (decided == null) {
            count("unknownDay");
        } else if (!PartialDate.of(decided).isPrecise()) {
            count("impreciseDay");
        }
    }

    Map<String, Long> values() {
        return values;
    }

    /** What the figure says of the same. */
    static Map<String, Long> said(JsonNode answer) {
        Map<String, Long> said = new TreeMap<>();
        COUNTS.forEach(name -> said.put(name, answer.get(name).asLong()));
        var budgets = answer.get("totalBudgets");
        said.put("budgets", budgets.get("count").asLong());
        sums(said, "grants in ", answer.get("value"), answer.get("otherCurrencies"));
        sums(said, "budgets in ", budgets.get("sum"), budgets.get("otherCurrencies"));
        return said;
    }

    /** A sum of nothing is not mentioned. */
    private static void sums(Map<String, Long> said, String what, JsonNode sek, JsonNode others) {
        if (sek.get("minor").asLong() != 0) {
            said.put(what + sek.get("currency").asString(), sek.get("minor").asLong());
        }
        for (var other : others) {
            said.put(what + other.get("currency").asString(), other.get("minor").asLong());
        }
    }
}
