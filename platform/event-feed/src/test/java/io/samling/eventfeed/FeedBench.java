package io.samling.eventfeed;

import static io.samling.eventfeed.Sums.added;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.InsertManyOptions;
import io.samling.contracts.LogPositions;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.testing.TestServers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/**
 * Measures how fast a feed starts from nothing with all facts on the topics, compared with
 * inserting the same documents, and how long a write takes to be known. The number of facts is an
 * argument.
 */
final class FeedBench {

    private static final int BATCH = 2000;
    private static final int WRITES = 300;

    private FeedBench() {}

    /** Runs for some minutes at most. */
    public static void main(String[] args) {
        int facts = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        var service = TestServers.unique("s");
        var database = TestServers.database();
        var topics = List.of(Sums.topicOf(service));
        try (var log = ToldLog.start(TestServers.kafka(), service, "0000abcd", topics)) {
            var told = tell(log, service, facts);
            long start = System.nanoTime();
            var settings = new FeedSettings(database, database, 20000, BATCH);
            try (var feed =
                    RunningFeed.start(
                            new Sums(service),
                            TestServers.mongodb(),
                            TestServers.kafka(),
                            settings)) {
                rebuild(feed, told, facts, database, start);
                readYourWrite(feed, log, service);
            }
        }
        System.exit(0);
    }

    private static LogPositions tell(ToldLog log, String service, int facts) {
        List<Event> batch = new ArrayList<>();
        for (int fact = 0; fact < facts; fact++) {
            batch.add(Event.of(added(service, "subject-" + fact % (facts / 10), "1")));
            if (batch.size() == BATCH) {
                log.tell(batch);
                batch.clear();
            }
        }
        return log.tell(batch);
    }

    private static void rebuild(
            RunningFeed feed, LogPositions told, int facts, String database, long start) {
        while (!isKnown(feed, told)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        print("known in memory", facts / seconds(start), "facts/s");
        try (var client = MongoClients.create(TestServers.mongodb())) {
            var kept = client.getDatabase(database).getCollection("facts");
            while (kept.estimatedDocumentCount() < facts) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            print("kept and derived", facts / seconds(start), "facts/s");
            var copies = client.getDatabase(database + "_copy").getCollection("facts");
            List<Document> batch = new ArrayList<>();
            double inserting = 0;
            for (var document : kept.find().batchSize(BATCH)) {
                batch.add(document);
                if (batch.size() == BATCH) {
                    long begin = System.nanoTime();
                    copies.insertMany(batch, new InsertManyOptions().ordered(false));
                    inserting += seconds(begin);
                    batch.clear();
                }
            }
            print("unordered insertMany of the same", facts / inserting, "documents/s");
        }
    }

    private static boolean isKnown(RunningFeed feed, LogPositions told) {
        try {
            return feed.engine().feed().now().known().equals(told);
        } catch (io.samling.kernel.Unavailable notYet) {
            return false;
        }
    }

    private static void readYourWrite(RunningFeed feed, ToldLog log, String service) {
        double[] millis = new double[WRITES];
        for (int write = 0; write < WRITES; write++) {
            var told = log.tell(Event.of(added(service, "subject-" + write, "1")));
            long begin = System.nanoTime();
            feed.sum(told);
            millis[write] = seconds(begin) * 1000;
        }
        Arrays.sort(millis);
        print("told to known, median", millis[WRITES / 2], "ms");
        print("told to known, p99", millis[WRITES * 99 / 100], "ms");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String what, double number, String unit) {
        System.out.printf(Locale.ROOT, "%-34s %12.1f %s%n", what, number, unit);
    }
}
