package io.samling.demo;

import static io.samling.demo.Service.FUNDING;

import io.samling.demo.Step.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The projects and grants of the sourced history, with all its gaps: what the table leaves empty
 * stays unknown, and a date is as precise as it is there.
 */
final class History {

    private static final LocalDate FOUNDING = LocalDate.of(2015, 3, 27);
    private static final long ORE = 100;

    private History() {}

    static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (var row : Table.rows("history.csv")) {
            switch (row.getOrDefault("kind", "")) {
                case "grant", "programme", "project" -> steps.addAll(projectWithGrant(row));
                default -> {
                    // a founding, a meeting or a measurement is nothing that the services keep
                }
            }
        }
        return steps;
    }

    private static List<Step> projectWithGrant(Map<String, String> row) {
        var name = row.getOrDefault("name", "");
        var project = Names.idOf("project/" + name).toString();
        var grant = Names.idOf("grant/" + name).toString();
        var known = knownAt(row.getOrDefault("from", ""));
        return List.of(
                new Step(known, Request.put(FUNDING, "/api/projects/" + project, project(row))),
                new Step(
                        known.plusSeconds(600),
                        Request.put(FUNDING, "/api/grants/" + grant, grant(row, project))));
    }

    /** In the month after it began; what is older was written down in the first days. */
    private static Instant knownAt(String from) {
        var began = LocalDate.parse(from + "-01-01".substring(Math.min(6, from.length() - 4)));
        var known = began.isBefore(FOUNDING) ? FOUNDING.plusDays(4) : began.plusDays(20);
        return known.atTime(13, 0).toInstant(ZoneOffset.UTC);
    }

    private static ObjectNode project(Map<String, String> row) {
        var project = Json.object();
        Json.putKnown(project, "name", row.getOrDefault("name", ""));
        Json.putKnown(project, "owner", row.getOrDefault("owner", ""));
        Json.putKnown(project, "from", row.getOrDefault("from", ""));
        Json.putKnown(project, "until", row.getOrDefault("to", ""));
        Json.putKnown(project, "source", row.getOrDefault("source", ""));
        return project;
    }

    private static ObjectNode grant(Map<String, String> row, String project) {
        var grant = Json.object().put("projectId", project);
        var funders = grant.putArray("funders");
        for (var funder : row.getOrDefault("funder", "").split(" \\+ ", -1)) {
            funders.addObject().put("name", funder);
        }
        var amount = row.getOrDefault("amount_sek", "");
        if (!amount.isEmpty()) {
            grant.putObject("amount")
                    .put("minor", Math.multiplyExact(Long.parseLong(amount), ORE))
                    .put("currency", "SEK");
        }
        var totalBudget = row.getOrDefault("amount_meaning", "").startsWith("total budget");
        grant.put("meaning", totalBudget ? "TOTAL_BUDGET" : "GRANT");
        Json.putKnown(grant, "source", row.getOrDefault("source", ""));
        return grant;
    }
}
