package io.samling.funding.projects;

import io.samling.kernel.Refusal;

/** Why a project cannot be what it was asked to be. */
public final class ProjectRefused extends Refusal {

    private ProjectRefused(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    static ProjectRefused registeredOtherwise() {
        return new ProjectRefused(
                Kind.CONFLICT,
                "project-registered-otherwise",
                "A project with this id is registered with other content: choose another id.");
    }

    static ProjectRefused endsBeforeItBegins(Period period) {
        return new ProjectRefused(
                Kind.FORBIDDEN_BY_RULE,
                "project-ends-before-it-begins",
                "The project cannot end %s when it begins %s."
                        .formatted(period.until(), period.from()));
    }
}
