package io.samling.reporting.members;

import io.samling.contracts.Topics;
import io.samling.eventfeed.Feed;
import io.samling.reporting.figures.Definition;
import io.samling.reporting.figures.Figure;
import io.samling.reporting.figures.Question;
import io.samling.webedge.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many work at the members. */
@Component
class EmployeesFigure implements Figure {

    private static final String MEASURE = "measure";
    private static final String SCOPE = "scope";

    private static final Definition DEFINITION =
            new Definition(
                    "employees",
                    "employees/1",
                    "member",
                    Topics.MEMBER_FACTS,
                    "The sum over all members on the day of the newest reading of the measure and"
                            + " scope that was counted for that day or an earlier one, in whatever"
                            + " period of membership; of two counted for the same day the one known"
                            + " later. Measures and scopes are never mixed. Whole persons for"
                            + " HEADCOUNT, hundredths for other measures. Missing are the members"
                            + " without such a reading.",
                    Map.of(
                            MEASURE, List.of("HEADCOUNT", "FTE", "AWU", "AVERAGE"),
                            SCOPE, List.of("SITE", "LEGAL_ENTITY", "GROUP")));

    private final Feed feed;

    EmployeesFigure(Feed feed) {
        this.feed = feed;
    }

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Object value(Question question) {
        return feed.read(
                "member",
                MemberRows.class,
                rows ->
                        rows.employees(
                                question.day(),
                                question.known(),
                                question.option(MEASURE),
                                question.option(SCOPE)));
    }

    @Override
    public Page<Workplace> list(Question question, @Nullable String after, int size) {
        var rows =
                feed.read(
                        "member",
                        MemberRows.class,
                        members ->
                                members.workplaces(
                                        question.day(),
                                        question.known(),
                                        question.option(MEASURE),
                                        question.option(SCOPE),
                                        after,
                                        size + 1));
        return Page.of(rows, size, Workplace::memberId);
    }
}
