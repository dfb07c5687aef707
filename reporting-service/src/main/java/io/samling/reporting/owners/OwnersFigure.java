package io.samling.reporting.owners;

import io.samling.contracts.Topics;
import io.samling.eventfeed.Feed;
import io.samling.reporting.figures.Definition;
import io.samling.reporting.figures.Figure;
import io.samling.reporting.figures.Question;
import io.samling.webedge.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who owns shares, and how many. */
@Component
class OwnersFigure implements Figure {

    private static final Definition DEFINITION =
            new Definition(
                    "owners",
                    "owners/1",
                    "funding",
                    Topics.OWNERSHIP_FACTS,
                    "For each share register who holds shares on the day, how many and with how"
                            + " many votes, by the days of the entries; an imprecise day is the"
                            + " first of its month or year. Redeemed shares are nobody's. The value"
                            + " is the number of owners, each counted once for each register.",
                    Map.of());

    private final Feed feed;

    OwnersFigure(Feed feed) {
        this.feed = feed;
    }

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Object value(Question question) {
        return feed.read(
                "funding", OwnerRows.class, rows -> rows.owners(question.day(), question.known()));
    }

    @Override
    public Page<HeldShares> list(Question question, @Nullable String after, int size) {
        var ranges =
                feed.read(
                        "funding",
                        OwnerRows.class,
                        rows -> rows.ranges(question.day(), question.known()));
        return Figure.page(ranges, after, size, HeldShares::key);
    }
}
