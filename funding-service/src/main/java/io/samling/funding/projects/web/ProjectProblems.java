package io.samling.funding.projects.web;

import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a project may be refused. */
@Component
class ProjectProblems implements KnownProblems {

    // spotless:off
    private static final List<KnownProblem> ALL = List.of(
            new KnownProblem("project-registered-otherwise", 409, "A project with this id has other content: choose another id, a registered project is not changed."),
            new KnownProblem("project-ends-before-it-begins", 422, "The last day of the period of until lies before the first day of that of from: correct one of them, or leave out what is not known."));
    // spotless:on

    @Override
    public List<KnownProblem> list() {
        return ALL;
    }
}
