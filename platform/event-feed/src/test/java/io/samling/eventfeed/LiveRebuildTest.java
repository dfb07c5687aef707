package io.samling.eventfeed;

import static io.samling.eventfeed.Sums.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.samling.contracts.LogPositions;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.rebuild.Rebuild;
import io.samling.rebuild.Rebuild.State;
import io.samling.testing.Patience;
import io.samling.testing.TestServers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A view that is rebuilt while facts go on coming and questions are asked all the time. */
class LiveRebuildTest {

    private static final String LOG = "0000abcd";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int SUBJECTS = 20;

    /** So few that who takes over meets marks of long ago first. */
    private static final int AT_ONCE = 10;

    private static final int WRITERS = 2;

    @AutoClose private final Opened open = new Opened();
    private final String service = TestServers.unique("s");
    private final Sums family = new Sums(service);
    private final MongoClient client = open.add(MongoClients.create(TestServers.mongodb()));
    private final MongoDatabase database = client.getDatabase(TestServers.database());
    private final ToldLog log = open.add(ToldLog.start(service, LOG));
    private final RunningFeed feed =
            open.add(
                    RunningFeed.start(
                            family,
                            TestServers.kafka(),
                            new FeedSettings(
                                    database.getName(), database.getName(), 20000, AT_ONCE)));
    private final CountDownLatch gateOfTheKeeper = new CountDownLatch(1);
    private final CountDownLatch gateOfTheNext = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong answers = new AtomicLong();
    private long told;

    @Test
    void no_answer_is_wrong_or_short_and_both_views_are_compared_at_the_same_positions()
            throws Exception {
        holdTheKeeper();
        family.whenLoaded(() -> waitFor(gateOfTheNext));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var wrong = threads.submit(this::ask);
            var rebuilt = rebuiltWhileFactsGoOnComing(threads);

            assertThat(wrong.get()).isEmpty();
            assertThat(rebuilt.state()).as("%s", rebuilt.reason()).isEqualTo(State.SWITCHED);
            assertThat(rebuilt.differences()).isEmpty();
        }
        assertThat(feed.sumAt(feed.engine().feed().now())).isEqualTo(told());
        await().untilAsserted(() -> assertThat(stored()).isEqualTo(told()));
    }

    private Rebuild rebuiltWhileFactsGoOnComing(ExecutorService threads) {
        try {
            tellAndAsk(); // known, and not kept: what it will be compared with has to wait
            var begun = feed.engine().rebuild(false, CLOCK);
            tellAndAsk();
            await().until(() -> now(begun).state() == State.COMPARING);
            tellAndAsk();
            assertThat(now(begun).state()).isEqualTo(State.COMPARING);
            var _ = threads.submit(this::goOnTelling);
            gateOfTheKeeper.countDown();
            await().until(() -> now(begun).isOver());
            tellAndAsk();
            gateOfTheNext.countDown();
            await().until(() -> !collections().contains("facts"));
            awaitAnswers();
            return now(begun);
        } finally {
            gateOfTheKeeper.countDown();
            gateOfTheNext.countDown();
            over.set(true);
        }
    }

    /** Has the running view stored no further, once all its threads that write are known. */
    private void holdTheKeeper() {
        Set<Thread> writers = ConcurrentHashMap.newKeySet();
        family.whenWriterReads(() -> writers.add(Thread.currentThread()));
        await().until(
                        () -> {
                            tell(SUBJECTS);
                            return writers.size() == WRITERS;
                        });
        var keepers = Set.copyOf(writers);
        family.whenWriterReads(
                () -> {
                    if (keepers.contains(Thread.currentThread())) {
                        waitFor(gateOfTheKeeper);
                    }
                });
    }

    /** More facts come and count, and questions are answered, before it goes on. */
    private void tellAndAsk() {
        for (int batch = 0; batch < 5; batch++) {
            tell(SUBJECTS);
        }
        awaitAnswers();
    }

    /** Tells facts that each add one, and waits until the view counts them. */
    private synchronized void tell(int events) {
        List<Event> more = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            more.add(Event.of(added(service, "s" + told++ % SUBJECTS, "1")));
        }
        feed.engine().feed().await(log.tell(more), Patience.USUAL);
    }

    private void goOnTelling() {
        while (!over.get()) {
            tell(1);
        }
    }

    private synchronized long told() {
        return told;
    }

    /** Asks until it is over: each answer is as much as was told up to what it says is known. */
    private List<String> ask() {
        List<String> wrong = new ArrayList<>();
        long before = 0;
        while (!over.get()) {
            try {
                var now = feed.engine().feed().now();
                long sum = feed.sumAt(now);
                if (sum != counted(now.known()) || sum < before) {
                    wrong.add(sum + " after " + before + " as known at " + now.known());
                }
                before = sum;
                answers.incrementAndGet();
            } catch (RuntimeException none) {
                wrong.add(none.toString());
            }
        }
        return wrong;
    }

    private void awaitAnswers() {
        long enough = answers.get() + 10;
        await().until(() -> answers.get() >= enough);
    }

    private long counted(LogPositions known) {
        return Objects.requireNonNull(known.of(service)).position() + 1;
    }

    private Rebuild now(Rebuild begun) {
        return feed.engine().rebuild(begun.id(), CLOCK);
    }

    private List<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>());
    }

    /** The sum of what other tools read, in the generation that answers now. */
    private long stored() {
        return Sums.stored(database, FeedStore.generationsIn(database).active(), LOG);
    }

    private static void waitFor(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
