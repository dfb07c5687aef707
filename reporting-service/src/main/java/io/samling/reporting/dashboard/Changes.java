package io.samling.reporting.dashboard;

import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.eventfeed.Feed;
import io.samling.eventfeed.KeptFact;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened lately in all services, with the names of those it happened to. */
@Component
public class Changes {

    private static final int MOST_AT_ONCE = 50;
    private static final int HELD_OF_EACH = 200;
    private static final long BEFORE_THE_FIRST = -1;

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
        return feed.newest(limit).stream().map(this::change).toList();
    }

    /**
     * The next changes after these positions, oldest first; where there are many, the first of
     * them. Of a log that they do not name only what comes from now on; without positions the
     * latest ones of all.
     */
    public News after(@Nullable LogPositions positions) {
        var known = feed.now().known();
        if (known.equals(positions)) {
            return new News(known, false, List.of());
        }
        if (positions == null) {
            return news(known, false, held(MOST_AT_ONCE, known));
        }
        var since = allOf(known, positions);
        var held = held(HELD_OF_EACH * feed.services().size(), known);
        var fresh = held.stream().filter(fact -> fact.position() > reached(since, fact)).toList();
        boolean missed =
                feed.services().stream().anyMatch(service -> isMissed(service, held, since));
        if (fresh.size() <= MOST_AT_ONCE) {
            return news(known, missed, fresh);
        }
        var first = wholeEvents(fresh);
        return news(reached(since, first), missed, first);
    }

    private List<KeptFact> held(int limit, LogPositions known) {
        return feed.newest(limit).stream()
                .filter(fact -> fact.position() <= reached(known, fact))
                .toList()
                .reversed();
    }

    private static LogPositions allOf(LogPositions known, LogPositions positions) {
        var all = new TreeMap<>(known.byService());
        all.putAll(positions.byService());
        return new LogPositions(all);
    }

    private News news(LogPositions upTo, boolean missed, List<KeptFact> facts) {
        return new News(upTo, missed, facts.stream().map(this::change).toList());
    }

    /** Whether facts of a service after these positions may be held no more. */
    private static boolean isMissed(String service, List<KeptFact> held, LogPositions since) {
        var ofService = held.stream().filter(fact -> fact.service().equals(service)).toList();
        if (ofService.size() < HELD_OF_EACH) {
            return false;
        }
        var oldest = ofService.getFirst();
        return oldest.position() > reached(since, oldest) + 1;
    }

    /** The first of them, without parting facts that one event tells. */
    private static List<KeptFact> wholeEvents(List<KeptFact> facts) {
        int end = MOST_AT_ONCE;
        var last = facts.get(end - 1);
        while (end < facts.size() && isOfSameEvent(last, facts.get(end))) {
            end++;
        }
        return facts.subList(0, end);
    }

    private static boolean isOfSameEvent(KeptFact one, KeptFact other) {
        return one.service().equals(other.service()) && one.position() == other.position();
    }

    private static long reached(LogPositions positions, KeptFact fact) {
        var position = positions.of(fact.service());
        return position != null && position.logId().equals(fact.logId())
                ? position.position()
                : BEFORE_THE_FIRST;
    }

    private static LogPositions reached(LogPositions since, List<KeptFact> facts) {
        var reached = new TreeMap<>(since.byService());
        for (var fact : facts) {
            reached.put(
                    fact.service(), new LogPosition(fact.service(), fact.logId(), fact.position()));
        }
        return new LogPositions(reached);
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
