package io.samling.webedge;

import java.util.List;

/** The problems of one feature, as {@code GET /problems} lists them. */
@FunctionalInterface
public interface KnownProblems {

    /** All of them. */
    List<KnownProblem> list();
}
