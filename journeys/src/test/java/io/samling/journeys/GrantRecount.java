package io.samling.journeys;

import io.samling.journeys.Log.Event;
import io.samling.kernel.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts grants from the log, one after the other. */
final class GrantRecount {

    /** Counts that are named alike in the figure. */
    static final List<String> COUNTS =
            List.of("count", "unknownAmount", "unknownDay", "impreciseDay", "notPlaced");

    private final Map<String, Grant> grants = new LinkedHashMap<>();

    GrantRecount(List<Event> events) {
        Map<String, @Nullable LocalDate> projects = new HashMap<>();
        for (var event : events) {
            switch (event.name()) {
                case "project.registered" ->
                        projects.put(event.text("projectId"), first(event.data(), "from"));
                case "grant.decided" -> {
                    var decision = event.data().get("decision");
                    var decided = first(decision, "decidedOn");
                    var from = decided == null ? projects.get(event.text("projectId")) : decided;
                    grant(event).says(from, decision);
                }
                case "grant.changed" ->
                        grant(event)
                                .says(first(event.data(), "changedOn"), event.data().get("after"));
                case "grant.withdrawn" ->
                        grant(event).withdrawn =
                                PartialDate.of(event.text("withdrawnOn")).lastDay();
                default -> {}
            }
        }
    }

    private Grant grant(Event event) {
        return grants.computeIfAbsent(event.text("grantId"), _ -> new Grant());
    }

    private static @Nullable LocalDate first(JsonNode node, String field) {
        var text = text(node, field);
        return text == null ? null : PartialDate.of(text).firstDay();
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.get(field).asString() : null;
    }

    /** What the decisions in force on a day come to. */
    Sum on(LocalDate day) {
        var sum = new Sum();
        for (var grant : grants.values()) {
            var decision = grant.on(day);
            if (decision != null) {
                sum.add(decision);
            } else if (grant.isNotPlaced(day)) {
                sum.count("notPlaced");
            }
        }
        return sum;
    }

    /** One grant, with what it said from which day. */
    private static final class Grant {

        private final List<Said> said = new ArrayList<>();
        private @Nullable LocalDate withdrawn;

        private record Said(@Nullable LocalDate from, JsonNode decision) {}

        private void says(@Nullable LocalDate from, JsonNode decision) {
            said.add(new Said(from, decision));
        }

        private boolean isNotPlaced(LocalDate day) {
            return said.getFirst().from() == null && !isWithdrawn(day);
        }

        private boolean isWithdrawn(LocalDate day) {
            return withdrawn != null && !withdrawn.isAfter(day);
        }

        private @Nullable JsonNode on(LocalDate day) {
            if (isWithdrawn(day)) {
                return null;
            }
            JsonNode newest = null;
            for (var each : said) {
                if (each.from() != null && !each.from().isAfter(day)) {
                    newest = each.decision();
                }
            }
            return newest;
        }
    }

    /** Sums and counts of a day. */
    static final class Sum {

        private final Map<String, Long> grants = new HashMap<>();
        private final Map<String, Long> budgets = new HashMap<>();
        private final Map<String, Integer> counts = new HashMap<>();
        private int budgetCount;

        private void count(String what) {
            counts.merge(what, 1, Integer::sum);
        }

        /** Everything, as a figure is put into a map to be compared. */
        Map<String, Object> asMap() {
            Map<String, Object> map = new HashMap<>();
            COUNTS.forEach(what -> map.put(what, counts.getOrDefault(what, 0)));
            map.put("grants", grants);
            map.put("budgets", budgets);
            map.put("budgetCount", budgetCount);
            return map;
        }

        private void add(JsonNode decision) {
            count("count");
            var isTotal = decision.get("meaning").asString().equals("TOTAL_BUDGET");
            budgetCount += isTotal ? 1 : 0;
            var amount = decision.path("amount");
            if (amount.isObject()) {
                var currency = amount.get("currency").asString();
                (isTotal ? budgets : grants)
                        .merge(currency, amount.get("minor").asLong(), Long::sum);
            } else {
                count("unknownAmount");
            }
            var day = text(decision, "decidedOn");
            if (day == null) {
                count("unknownDay");
            } else if (!PartialDate.of(day).isPrecise()) {
                count("impreciseDay");
            }
        }
    }
}
