package io.samling.eventfeed;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/** Runs the feed: one follower for each log, one keeper, and the watch over the topics. */
public final class FeedEngine implements SmartLifecycle {

    private final MongoClient client;
    private final FeedStore store;
    private final TopicWatch watch;
    private final Keeper keeper;
    private final SortedMap<String, LogView> logs = new TreeMap<>();
    private final Map<String, Follower> followers = new LinkedHashMap<>();
    private final Repairing repairing;
    private volatile boolean running;

    FeedEngine(
            List<? extends Family<?, ?, ?>> all,
            Servers servers,
            FeedSettings settings,
            JsonMapper json) {
        var families = new Families(all);
        client = servers.database();
        store = FeedStore.in(client.getDatabase(settings.database()));
        watch = new TopicWatch(servers.admin(), families.watched());
        keeper = new Keeper(families, store, watch, servers, settings);
        repairing = new Repairing(families, store, () -> watch.of(families.topics()));
        var marks = new MarkReader(json);
        for (var service : families.services()) {
            var view = new LogView(service);
            logs.put(service, view);
            followers.put(
                    service,
                    new Follower(
                            view, families.of(service), store, watch, servers, settings, marks));
        }
    }

    /** What there is to ask. */
    public Feed feed() {
        return new Feed(logs);
    }

    /**
     * Counts a service's figures anew, from the log that it tells now.
     *
     * @throws NobodyTells where no such service is followed
     */
    public void rebuild(String service) {
        var follower = followers.get(service);
        if (follower == null) {
            throw new NobodyTells(followers.keySet());
        }
        follower.rebuild();
    }

    /**
     * Tries parked facts again, after the fault that stopped them was mended.
     *
     * @return what is still parked
     */
    public Repaired repair() {
        var left = repairing.repair();
        return new Repaired(left.subjects(), left.records());
    }

    /** How each log stands, for health and for people. */
    public List<Standing> standings(Clock clock) {
        List<Standing> standings = new ArrayList<>();
        for (var log : logs.values()) {
            standings.add(Standing.of(log, clock.instant()));
        }
        return standings;
    }

    /** Why nothing is kept at the moment, null where it is. */
    public @Nullable String troubleKeeping() {
        var away = watch.away();
        return away == null ? keeper.trouble() : away;
    }

    @Override
    public void start() {
        watch.start();
        followers.values().forEach(Follower::start);
        keeper.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        keeper.close();
        followers.values().forEach(Follower::close);
        watch.close();
        client.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * What a repair left parked.
     *
     * @param subjectsLeft subjects with facts that still cannot be read
     * @param recordsLeft records that are still no facts
     */
    public record Repaired(int subjectsLeft, int recordsLeft) {}

    /**
     * How far a log is known.
     *
     * @param known such as {@code member:7f3a91c2:1234}, null before anything is
     * @param lag how long ago it was complete
     * @param trouble why it is not followed at the moment, null where it is
     */
    public record Standing(
            String service,
            @Nullable String known,
            @Nullable Instant completeUntil,
            @Nullable Duration lag,
            int parked,
            int rows,
            @Nullable String trouble) {

        static Standing of(LogView log, Instant now) {
            var state = log.state();
            if (state == null) {
                return new Standing(log.service(), null, null, null, 0, 0, log.trouble());
            }
            return new Standing(
                    log.service(),
                    state.known().toString(),
                    state.completeUntil(),
                    Duration.between(state.completeUntil(), now),
                    state.memory().parkedFacts(),
                    state.memory().size(),
                    log.trouble());
        }
    }
}
