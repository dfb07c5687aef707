package io.samling.reporting.dashboard;

import io.samling.eventfeed.Feed;
import io.samling.reporting.members.MemberRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the things that facts name by their ids are called. */
@Component
class Names {

    private final Feed feed;

    Names(Feed feed) {
        this.feed = feed;
    }

    /** The newest name of whatever has an id, or null where nothing known has it. */
    @Nullable String of(String id) {
        return feed.read("member", MemberRows.class, rows -> rows.name(id)).orElse(null);
    }
}
