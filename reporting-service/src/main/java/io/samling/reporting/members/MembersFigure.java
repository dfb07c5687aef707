package io.samling.reporting.members;

import io.samling.contracts.Topics;
import io.samling.eventfeed.Feed;
import io.samling.reporting.figures.Definition;
import io.samling.reporting.figures.Figure;
import io.samling.reporting.figures.Question;
import io.samling.webedge.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many are members. */
@Component
class MembersFigure implements Figure {

    private static final Definition DEFINITION =
            new Definition(
                    "members",
                    "members/1",
                    "member",
                    Topics.MEMBER_FACTS,
                    "How many members have a period of membership that covers the day. The first"
                            + " and the last day of a period count; a period registered in error"
                            + " never did, as known from then on.",
                    Map.of());

    /** The figure's own fields. */
    record Count(int value) {}

    private final Feed feed;

    MembersFigure(Feed feed) {
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
                rows -> new Count(rows.members(question.day(), question.known())));
    }

    @Override
    public Page<Member> list(Question question, @Nullable String after, int size) {
        var rows =
                feed.read(
                        "member",
                        MemberRows.class,
                        members ->
                                members.members(question.day(), question.known(), after, size + 1));
        return Page.of(rows, size, Member::memberId);
    }
}
