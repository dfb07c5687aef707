package io.samling.eventfeed;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.samling.eventfeed.TopicWatch.Topic;
import io.samling.rebuild.Rebuild;
import io.samling.rebuild.Rebuilds;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/** Runs the feed: one follower for each log, one keeper, and the watch over the topics. */
public final class FeedEngine implements SmartLifecycle {

    private final MongoClient client;
    private final MongoDatabase database;
    private final ActiveStore active;
    private final TopicWatch watch;
    private final Keeper keeper;
    private final DeadLetters letters;
    private final Families families;
    private final Servers servers;
    private final FeedSettings settings;
    private final MarkReader marks;
    private final Rebuilds rebuilds;
    private final SortedMap<String, LogView> logs = new TreeMap<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final List<Rebuilding> rebuilding = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    FeedEngine(
            List<? extends Family<?, ?, ?>> all,
            Servers servers,
            FeedSettings settings,
            JsonMapper json,
            Clock clock) {
        this.families = new Families(all);
        this.servers = servers;
        this.settings = settings;
        this.marks = new MarkReader(json);
        client = servers.database();
        database = client.getDatabase(settings.database());
        rebuilds = new Rebuilds(database, "rebuilds", FeedStore.generationsIn(database));
        active = new ActiveStore(database, this::follow);
        watch = new TopicWatch(servers.admin(), families.watched());
        letters = new DeadLetters(new PoisonRecords(database), servers, settings.group(), clock);
        keeper = new Keeper(families, active::get, watch, servers, settings);
        families.services().forEach(service -> logs.put(service, new LogView(service)));
    }

    /** Has every log followed as this generation has it; who did so until now ends by itself. */
    private void follow(FeedStore store) {
        followers.removeIf(Follower::isDone);
        for (var log : logs.values()) {
            var ofTheLog = families.of(log.service());
            var lead = log.lead(store.generation());
            var follower = new Follower(lead, ofTheLog, store, watch, servers, settings, marks);
            followers.add(follower);
            follower.start();
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
    public void adopt(String service) {
        if (!logs.containsKey(service)) {
            throw new NobodyTells(logs.keySet());
        }
        followers.stream()
                .filter(follower -> follower.service().equals(service))
                .forEach(Follower::adoptWhatIsTold);
    }

    /**
     * Begins to rebuild the view from the topics beside the running one, to compare both and to
     * switch.
     *
     * @param keepOld whether what answered before stays stored, until the next rebuild
     * @throws RebuildRefused where one runs already
     */
    public Rebuild rebuild(boolean keepOld, Clock clock) {
        var begun = Rebuilding.begin(new RebuildSurroundings(this, clock), keepOld);
        rebuilding.add(begun);
        return rebuilds.get(begun.id(), clock.instant());
    }

    /**
     * How a rebuild goes or went.
     *
     * @throws RebuildRefused where there is no such rebuild
     */
    public Rebuild rebuild(int id, Clock clock) {
        return rebuilds.get(id, clock.instant());
    }

    /** All rebuilds, the newest first. */
    public List<Rebuild> rebuilds(Clock clock) {
        return rebuilds.all(clock.instant());
    }

    /**
     * Tries parked facts again, after the fault that stopped them was mended.
     *
     * @return what is still parked
     */
    public Repaired repair() {
        var topics = watch.of(families.topics());
        var left = new Repairing(families, activeStore(), () -> topics).repair();
        return new Repaired(left.subjects(), left.records());
    }

    private FeedStore activeStore() {
        var store = active.get();
        if (store == null) {
            throw LogView.notYetKnown("The database was not reached yet");
        }
        return store;
    }

    /** How each log stands, for health and for people. */
    public List<Standing> standings(Clock clock) {
        return logs.keySet().stream().map(service -> standing(service, clock)).toList();
    }

    /**
     * How one log stands.
     *
     * @throws NobodyTells where no such service is followed
     */
    public Standing standing(String service, Clock clock) {
        var log = logs.get(service);
        if (log == null) {
            throw new NobodyTells(logs.keySet());
        }
        return Standing.of(log, clock.instant());
    }

    /** The topics that facts are taken from, and the services that tell them. */
    Map<String, String> topics() {
        return families.services().stream()
                .flatMap(service -> families.of(service).stream())
                .collect(Collectors.toMap(Family::topic, Family::service));
    }

    /** How many facts and records of a topic wait for a repair. */
    int parked(String topic) {
        var family = families.on(topic);
        var log = family == null ? null : logs.get(family.service());
        var state = log == null ? null : log.state();
        return state == null ? 0 : state.memory().parked(topic, Long.MAX_VALUE);
    }

    /** About how many records of this instance's share of the partitions wait to be kept. */
    public long recordsToKeep() {
        return keeper.behind();
    }

    /** Where dead letters are sent, and how many wait for it. */
    public DeadLetterBox deadLetters() {
        return new DeadLetterBox(DeadLetters.topicOf(settings.group()), letters.waiting());
    }

    /** Why nothing is kept at the moment, null where it is. */
    public @Nullable String troubleKeeping() {
        var away = watch.away();
        return away == null ? keeper.trouble() : away;
    }

    @Override
    public void start() {
        watch.start();
        active.start();
        keeper.start();
        letters.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        active.close();
        rebuilding.forEach(Rebuilding::close);
        keeper.close();
        letters.close();
        followers.forEach(Follower::close);
        watch.close();
        client.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Where records that could not be read are sent.
     *
     * @param waiting how many could not be sent yet
     */
    public record DeadLetterBox(String topic, long waiting) {}

    /**
     * What a repair left parked.
     *
     * @param subjectsLeft subjects with facts that still cannot be read
     * @param recordsLeft records that are still no facts
     */
    public record Repaired(int subjectsLeft, int recordsLeft) {}

    private record RebuildSurroundings(FeedEngine engine, Clock clock)
            implements Rebuilding.Surroundings {

        @Override
        public FeedStore active() {
            return engine.activeStore();
        }

        @Override
        public FeedStore store(int generation) {
            return FeedStore.in(engine.database, generation);
        }

        @Override
        public Rebuilds rebuilds() {
            return engine.rebuilds;
        }

        @Override
        public Families families() {
            return engine.families;
        }

        @Override
        public Map<String, Topic> topics() {
            return engine.watch.of(engine.families.topics());
        }

        @Override
        public Collection<LogView> logs() {
            return engine.logs.values();
        }

        @Override
        public Consumer<byte[], byte[]> consumer() {
            return engine.servers.rebuilder(engine.settings.batch());
        }

        @Override
        public MarkReader marks() {
            return engine.marks;
        }
    }
}
