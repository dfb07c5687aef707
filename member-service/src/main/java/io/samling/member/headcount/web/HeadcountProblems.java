package io.samling.member.headcount.web;

import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a headcount may be refused. */
@Component
class HeadcountProblems implements KnownProblems {

    // spotless:off
    private static final List<KnownProblem> ALL = List.of(
            new KnownProblem("malformed-as-of", 400, "A day lies between the years 1900 and 2200."),
            new KnownProblem("malformed-value", 400, "Whole persons for HEADCOUNT, hundredths for the other measures, and not below 0."),
            new KnownProblem("unknown-reading", 404, "GET /api/members/{id} shows the readings and their ids."),
            new KnownProblem("reading-exists-with-other-data", 409, "Correct the reading, or give the new one an id of its own."),
            new KnownProblem("value-out-of-range", 422, "Corrected so, it would be no reading that anybody can have made."));
    // spotless:on

    @Override
    public List<KnownProblem> list() {
        return ALL;
    }
}
