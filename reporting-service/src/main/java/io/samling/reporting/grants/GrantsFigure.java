package io.samling.reporting.grants;

import io.samling.contracts.Topics;
import io.samling.eventfeed.Feed;
import io.samling.reporting.figures.Definition;
import io.samling.reporting.figures.Figure;
import io.samling.reporting.figures.Question;
import io.samling.webedge.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was granted. */
@Component
class GrantsFigure implements Figure {

    private static final Definition DEFINITION =
            new Definition(
                    "grants",
                    "grants/1",
                    "funding",
                    Topics.FUNDING_FACTS,
                    "The sum of the grants in force on the day, each by the terms that it had then:"
                            + " as decided from the day of the decision, as changed from the day of"
                            + " the change, not from the day of its withdrawal. An imprecise day is"
                            + " the first of its month or year; an unknown day of decision is the"
                            + " first day of the project, and where that is unknown too the grant"
                            + " is not placed. Amounts that are whole budgets are apart, and so are"
                            + " currencies other than SEK.",
                    Map.of());

    private final Feed feed;

    GrantsFigure(Feed feed) {
        this.feed = feed;
    }

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Object value(Question question) {
        return feed.read(
                "funding",
                FundingRows.class,
                rows -> rows.totals(question.day(), question.known()));
    }

    @Override
    public Page<InForce> list(Question question, @Nullable String after, int size) {
        var rows =
                feed.read(
                        "funding",
                        FundingRows.class,
                        grants -> grants.inForce(question.day(), question.known()));
        return Figure.page(rows, after, size, InForce::grantId);
    }
}
