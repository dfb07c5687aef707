package io.samling.member.membership.web;

import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a membership may be refused. */
@Component
class MembershipProblems implements KnownProblems {

    // spotless:off
    private static final List<KnownProblem> ALL = List.of(
            new KnownProblem("malformed-name", 400, "A name has 1 to 200 visible characters."),
            new KnownProblem("malformed-municipality", 400, "Four digits in quotes, such as \"0763\"; GET /api/municipalities lists them."),
            new KnownProblem("malformed-first-day", 400, "A day lies between the years 1900 and 2200."),
            new KnownProblem("malformed-last-day", 400, "A day lies between the years 1900 and 2200."),
            new KnownProblem("malformed-day", 400, "A day lies between the years 1900 and 2200."),
            new KnownProblem("unknown-member", 404, "Check the id; a write that has just been made is seen with at-least= its Samling-Position."),
            new KnownProblem("unknown-period", 404, "GET /api/members/{id} shows the periods and their numbers."),
            new KnownProblem("member-exists-with-other-data", 409, "The same request may be sent again, another one needs an id of its own."),
            new KnownProblem("organisationsnummer-already-registered", 409, "The detail names the member that has this number. If the organisation comes back, let that member return instead."),
            new KnownProblem("period-already-ended", 409, "Annul the period and let the member return, if its last day or reason was wrong."),
            new KnownProblem("no-period-left", 409, "All its periods were registered in error. POST /api/members/{id}/return begins a new one."),
            new KnownProblem("still-a-member", 409, "A new period begins only after the one before has ended."),
            new KnownProblem("periods-overlap", 409, "Choose a first day after the last day of the period before."),
            new KnownProblem("ends-before-it-begins", 422, "The last day is the first day of the period or later; a merger's day is the day after the last."),
            new KnownProblem("merges-into-itself", 422, "Name the other member, the absorbing one, as into."),
            new KnownProblem("absorbing-member-unknown", 422, "Let the absorbing organisation join first, or check its id."),
            new KnownProblem("not-the-newest-period", 422, "Annul the later periods first, the newest before the others."));
    // spotless:on

    @Override
    public List<KnownProblem> list() {
        return ALL;
    }
}
