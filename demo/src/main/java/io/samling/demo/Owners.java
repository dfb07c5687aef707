package io.samling.demo;

import static io.samling.demo.Service.FUNDING;

import io.samling.demo.Step.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The six public owners since July 2021. That they are the owners is sourced; how many shares each
 * of them has is not public, so the numbers are invented and the register is marked as a demo.
 */
final class Owners {

    private static final String COMPANY = "Techtank AB (svb)";
    private static final String SINCE = "2021-07";
    private static final Instant KNOWN = Instant.parse("2021-08-16T09:00:00Z");
    private static final Map<String, Integer> SHARES = invented();

    private Owners() {}

    static List<Step> steps() {
        var register = "/api/share-registers/" + Names.idOf("register/" + COMPANY);
        List<Step> steps = new ArrayList<>();
        var opening = Json.object().put("company", COMPANY).put("demo", true);
        steps.add(new Step(KNOWN, Request.put(FUNDING, register, opening)));
        var moment = KNOWN;
        for (var owner : SHARES.keySet()) {
            moment = moment.plusSeconds(60);
            var holder = Json.object().put("name", owner);
            var path = register + "/holders/" + Names.idOf("holder/" + owner);
            steps.add(new Step(moment, Request.put(FUNDING, path, holder)));
        }
        for (var owner : SHARES.entrySet()) {
            moment = moment.plusSeconds(60);
            steps.add(new Step(moment, issue(register, owner.getKey(), owner.getValue())));
        }
        return steps;
    }

    private static Request issue(String register, String owner, int count) {
        var issue =
                Json.object()
                        .put("type", "ISSUE")
                        .put("count", count)
                        .put("holder", Names.idOf("holder/" + owner).toString())
                        .put("day", SINCE);
        return Request.put(FUNDING, register + "/entries/" + Names.idOf("issue/" + owner), issue);
    }

    private static Map<String, Integer> invented() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("Region Blekinge", 300);
        shares.put("Karlshamns kommun", 150);
        shares.put("Karlskrona kommun", 200);
        shares.put("Olofströms kommun", 150);
        shares.put("Ronneby kommun", 120);
        shares.put("Sölvesborgs kommun", 80);
        return shares;
    }
}
