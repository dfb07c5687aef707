package io.samling.funding.portfolio.web;

import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.util.List;
import org.springframework.stereotype.Component;

/** What may not be shown. */
@Component
class PortfolioProblems implements KnownProblems {

    // spotless:off
    private static final List<KnownProblem> ALL = List.of(
            new KnownProblem("project-unknown", 404, "GET /api/projects lists those that are registered."),
            new KnownProblem("grant-unknown", 404, "GET /api/projects/{id} lists the grants of a project."),
            new KnownProblem("share-register-unknown", 404, "GET /api/share-registers lists those that are open."));
    // spotless:on

    @Override
    public List<KnownProblem> list() {
        return ALL;
    }
}
