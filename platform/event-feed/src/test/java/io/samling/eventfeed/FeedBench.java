package io.samling.eventfeed;

import static io.samling.eventfeed.Sums.added;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import io.samling.contracts.LogPositions;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.testing.TestServers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.RawBsonDocument;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how fast a feed starts from nothing with all facts on the topics, compared with
 * inserting the same documents, and how long a write takes to be known. The number of facts is an
 * argument; the last line is JSON.
 */
final class FeedBench {

    private static final int BATCH = 2000;
    private static final int WRITES = 300;
    private static final int FACTS_OF_A_SUBJECT = 10;

    private final Map<String, Object> measured = new LinkedHashMap<>();
    private final String service = TestServers.unique("s");
    private final String database = TestServers.database();
    private final int facts;

    private FeedBench(int facts) {
        this.facts = facts;
    }

    /** Runs for some minutes at most. */
    public static void main(String[] args) {
        var bench = new FeedBench(args.length == 0 ? 100_000 : Integer.parseInt(args[0]));
        bench.run();
        System.out.println(JsonMapper.builder().build().writeValueAsString(bench.measured));
        System.exit(0);
    }

    private void run() {
        measured.put("facts", facts);
        var topics = List.of(Sums.topicOf(service));
        try (var log = ToldLog.start(TestServers.kafka(), service, "0000abcd", topics);
                var client = MongoClients.create(TestServers.mongodb())) {
            var told = tell(log);
            try (var feed = startFromNothing(client, log, told)) {
                measured.put("heapMegabytes", heap());
                readYourWrite(feed, log);
                rebuild(feed);
            }
            compareWithInserting(client);
        }
    }

    private RunningFeed startFromNothing(MongoClient client, ToldLog log, LogPositions told) {
        var store = FeedStore.in(client.getDatabase(database), Generations.FIRST);
        long start = System.nanoTime();
        var feed =
                RunningFeed.start(
                        new Sums(service),
                        TestServers.mongodb(),
                        TestServers.kafka(),
                        new FeedSettings(database, database, 20000, BATCH));
        waitUntil(() -> isKept(store, log));
        measured.put("keptAndDerivedPerSecond", Math.round(facts / seconds(start)));
        waitUntil(() -> isKnown(feed, told));
        measured.put("knownPerSecond", Math.round(facts / seconds(start)));
        return feed;
    }

    private void rebuild(RunningFeed feed) {
        var clock = Clock.systemUTC();
        long start = System.nanoTime();
        int id = feed.engine().rebuild(true, clock).id();
        waitUntil(() -> feed.engine().rebuild(id, clock).isOver());
        var rebuilt = feed.engine().rebuild(id, clock);
        measured.put("rebuildPerSecond", rebuilt.perSecond());
        measured.put("rebuiltAndComparedPerSecond", Math.round(rebuilt.read() / seconds(start)));
        measured.put("differing", rebuilt.differing());
    }

    private LogPositions tell(ToldLog log) {
        List<Event> batch = new ArrayList<>();
        for (int fact = 0; fact < facts; fact++) {
            var subject = "subject-" + fact % (facts / FACTS_OF_A_SUBJECT);
            batch.add(Event.of(added(service, subject, "1")));
            if (batch.size() == BATCH) {
                log.tell(batch);
                batch.clear();
            }
        }
        return log.tell(batch);
    }

    /** The same facts again, with the same indexes and without any. */
    private void compareWithInserting(MongoClient client) {
        var plain = insert(client, client.getDatabase(database + "_plain"));
        var indexed = client.getDatabase(database + "_indexed");
        indexed.getCollection("facts").createIndex(Indexes.ascending("key", "position"));
        measured.put("insertManyPerSecond", Math.round(plain));
        measured.put("insertManyIndexedPerSecond", Math.round(insert(client, indexed)));
    }

    private double insert(MongoClient client, MongoDatabase into) {
        var kept = client.getDatabase(database).getCollection("facts", RawBsonDocument.class);
        var copies = into.getCollection("facts", RawBsonDocument.class);
        List<RawBsonDocument> batch = new ArrayList<>();
        double inserting = 0;
        int inserted = 0;
        for (var document : kept.find().batchSize(BATCH)) {
            batch.add(document);
            if (batch.size() == BATCH) {
                long begin = System.nanoTime();
                copies.insertMany(batch, new InsertManyOptions().ordered(false));
                inserting += seconds(begin);
                inserted += BATCH;
                batch.clear();
            }
        }
        return inserted / inserting;
    }

    private static boolean isKept(FeedStore store, ToldLog log) {
        Map<String, Long> kept = new LinkedHashMap<>();
        for (var document : store.offsets().all()) {
            kept.put(document.getString("_id"), document.getLong("offset"));
        }
        return log.ends().entrySet().stream()
                .allMatch(end -> kept.getOrDefault(end.getKey().toString(), 0L) >= end.getValue());
    }

    private static boolean isKnown(RunningFeed feed, LogPositions told) {
        try {
            return feed.engine().feed().now().known().equals(told);
        } catch (io.samling.kernel.Unavailable notYet) {
            return false;
        }
    }

    private void readYourWrite(RunningFeed feed, ToldLog log) {
        double[] millis = new double[WRITES];
        for (int write = 0; write < WRITES; write++) {
            var told = log.tell(Event.of(added(service, "subject-" + write, "1")));
            long begin = System.nanoTime();
            feed.sum(told);
            millis[write] = seconds(begin) * 1000;
        }
        Arrays.sort(millis);
        measured.put("toldToKnownMedianMillis", tenths(millis[WRITES / 2]));
        measured.put("toldToKnownP99Millis", tenths(millis[WRITES * 99 / 100]));
    }

    private static void waitUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
