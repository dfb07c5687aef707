package io.samling.reporting.dashboard;

import io.samling.eventfeed.Feed;
import io.samling.eventfeed.KeptFact;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened lately in all services, with the names of those it happened to. */
@Component
public class Changes {

    private final Feed feed;
    private final Names names;
    private final JsonMapper json;

    Changes(Feed feed, Names names, JsonMapper json) {
        this.feed = feed;
        this.names = names;
        this.json = json;
    }

    /**
     * The latest changes that the figures count already, newest first.
     *
     * @param limit how many at most
     */
    public List<Change> latest(int limit) {
        return latest(limit, Set.of());
    }

    /** The same, without those that have one of these ids. */
    public List<Change> latest(int limit, Set<String> without) {
        return feed.newest(limit).stream()
                .filter(fact -> !without.contains(fact.id()))
                .map(this::change)
                .toList();
    }

    private Change change(KeptFact fact) {
        var body = body(fact);
        return new Change(
                fact.id(),
                fact.position() * 1000 + fact.ordinal(),
                fact.recorded(),
                fact.type(),
                fact.subject(),
                names.subject(body),
                names.all(body),
                body.toString());
    }

    private JsonNode body(KeptFact fact) {
        try {
            return json.readTree(fact.body());
        } catch (JacksonException unreadable) {
            // it is parked and the figures say so; here it happened all the same
            return json.createObjectNode();
        }
    }
}
