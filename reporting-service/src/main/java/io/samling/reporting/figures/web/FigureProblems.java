package io.samling.reporting.figures.web;

import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a question may be answered with instead of a figure. */
@Component
class FigureProblems implements KnownProblems {

    // spotless:off
    private static final List<KnownProblem> ALL =
            List.of(
                    new KnownProblem("unknown-figure", 404, "GET /api/figures lists those that there are."),
                    new KnownProblem("unknown-parameter", 400, "Leave it out, or spell it as the problem says."),
                    new KnownProblem("repeated-parameter", 400, "Send each parameter once."),
                    new KnownProblem("known-twice", 400, "Send knownAt or known, not both."),
                    new KnownProblem("known-at-in-the-future", 422, "Ask for a moment that has passed."),
                    new KnownProblem("known-incomplete", 400, "Send known as an answer gave it, whole."),
                    new KnownProblem("unknown-service", 404, "GET /api/feed lists those that there are."),
                    new KnownProblem("unknown-rebuild", 404, "GET /api/feed/rebuilds lists those that there are."),
                    new KnownProblem("rebuild-runs", 409, "Wait until it is done; GET /api/feed/rebuilds tells how far it is."),
                    new KnownProblem("unknown-log", 400, "Send positions as an answer or a write gave them."));
    // spotless:on

    @Override
    public List<KnownProblem> list() {
        return ALL;
    }
}
