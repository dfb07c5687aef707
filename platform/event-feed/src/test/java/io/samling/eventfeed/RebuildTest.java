package io.samling.eventfeed;

import static io.samling.eventfeed.Sums.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.rebuild.Generations;
import io.samling.rebuild.Rebuild;
import io.samling.rebuild.Rebuild.State;
import io.samling.rebuild.RebuildCourse;
import io.samling.rebuild.RebuildRefused;
import io.samling.rebuild.Rebuilds;
import io.samling.testing.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RebuildTest {

    private static final String LOG = "0000abcd";
    private static final String ANOTHER_LOG = "0000ef01";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LONG = Duration.ofSeconds(60);

    @AutoClose private final Opened open = new Opened();
    private final String service = TestServers.unique("s");
    private final Sums family = new Sums(service);
    private final MongoClient client = open.add(MongoClients.create(TestServers.mongodb()));
    private final MongoDatabase database = client.getDatabase(TestServers.database());

    @Test
    void a_rebuilt_view_says_the_same_and_takes_over_while_questions_are_answered()
            throws Exception {
        var log = log(LOG);
        var feed = feed();
        var early = log.tell(events(0, 100));
        var known = log.tell(events(100, 300));
        assertThat(feed.sum(known)).isEqualTo(300);

        var done = new AtomicBoolean();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            var wrong =
                    asking.submit(
                            () -> {
                                int others = 0;
                                while (!done.get()) {
                                    var then = feed.engine().feed().at(early);
                                    others += feed.sumAt(then) == 100 ? 0 : 1;
                                }
                                return others;
                            });
            var rebuilt = rebuilt(feed);
            await().atMost(LONG).until(() -> !collections().contains("facts"));
            done.set(true);

            assertThat(rebuilt.differences()).isEmpty();
            assertThat(rebuilt.compared()).isEqualTo(known.toString());
            assertThat(rebuilt.read()).isEqualTo(300);
            assertThat(wrong.get()).isZero();
        }
        assertThat(feed.sum(log.tell(events(300, 301)))).isEqualTo(301);
        assertThat(feed.sumAt(feed.engine().feed().at(early))).isEqualTo(100);
        assertThat(collections()).contains("facts_2", "subjects_2");
    }

    @Test
    void what_the_running_view_had_lost_is_listed_and_there_again() {
        var log = log(LOG);
        var feed = feed();
        var told = log.tell(events(0, 100));
        assertThat(feed.sum(told)).isEqualTo(100);
        await().until(() -> isDerivedFrom(2, "s7"));
        feed.close();
        database.getCollection("subjects").deleteOne(Filters.eq("_id", key("s7")));
        var damaged = feed();
        assertThat(damaged.sum(told)).isEqualTo(98);

        var rebuilt = rebuilt(damaged);

        assertThat(rebuilt.differing()).isOne();
        assertThat(rebuilt.differences()).singleElement().asString().startsWith(key("s7"));
        await().atMost(LONG).until(() -> damaged.sum(told) == 100);
    }

    @Test
    void every_instance_takes_up_what_one_has_rebuilt() {
        var log = log(LOG);
        var one = feed();
        var other = feed();
        one.sum(log.tell(events(0, 100)));

        var rebuilt = rebuilt(one);

        assertThat(other.engine().rebuild(rebuilt.id(), CLOCK)).isEqualTo(rebuilt);
        for (int event = 100; event < 120; event++) {
            var told = log.tell(events(event, event + 1));
            assertThat(other.sum(told)).isEqualTo(event + 1L);
            assertThat(one.sum(told)).isEqualTo(event + 1L);
        }
        await().atMost(LONG).until(() -> !collections().contains("subjects"));
        assertThat(other.sum(log.tell(events(120, 121)))).isEqualTo(121);
    }

    @Test
    void one_that_was_left_in_the_middle_has_changed_nothing_and_another_starts_clean() {
        var log = log(LOG);
        var told = log.tell(events(0, 100));
        var feed = feed();
        assertThat(feed.sum(told)).isEqualTo(100);
        var longAgo = Instant.now(CLOCK).minus(Generations.SILENCE).minusSeconds(1);
        int left = FeedStore.generationsIn(database).begin("somebody", longAgo);
        database.getCollection("facts_" + left).insertOne(new Document("_id", "half a view"));

        assertThat(feed.sum(told)).isEqualTo(100);
        var rebuilt = rebuilt(feed);

        assertThat(rebuilt.id()).isEqualTo(left + 1);
        assertThat(rebuilt.differences()).isEmpty();
        assertThat(feed.sum(told)).isEqualTo(100);
        assertThat(collections()).doesNotContain("facts_" + left);
    }

    @Test
    void a_service_that_stops_in_the_middle_goes_on_with_what_it_had() {
        var log = log(LOG);
        var told = log.tell(events(0, 100));
        var feed = feed();
        assertThat(feed.sum(told)).isEqualTo(100);
        feed.engine().rebuild(false, CLOCK);
        feed.close();

        var restarted = feed();

        assertThat(restarted.sum(told)).isEqualTo(100);
        assertThat(rebuilt(restarted).differences()).isEmpty();
        assertThat(restarted.sum(log.tell(events(100, 101)))).isEqualTo(101);
    }

    @Test
    void the_old_view_can_be_kept() {
        var log = log(LOG);
        var feed = feed();
        feed.sum(log.tell(events(0, 10)));

        rebuilt(feed, true);
        assertThat(collections()).contains("facts", "facts_2");

        rebuilt(feed, true);
        assertThat(collections()).contains("facts_2", "facts_3").doesNotContain("facts");
    }

    @Test
    void two_do_not_run_at_once() {
        var generations = FeedStore.generationsIn(database);
        var now = Instant.now(CLOCK);
        generations.begin("one", now);

        assertThatThrownBy(() -> generations.begin("other", now.plusSeconds(5)))
                .isInstanceOf(RebuildRefused.class);
    }

    @Test
    void who_was_overtaken_can_neither_go_on_nor_switch() {
        var generations = FeedStore.generationsIn(database);
        var now = Instant.now(CLOCK);
        int paused = generations.begin("paused", now);
        int other = generations.begin("other", now.plus(Generations.SILENCE).plusSeconds(1));

        assertThatThrownBy(() -> generations.goOn("paused", now))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> generations.activate("paused", paused))
                .isInstanceOf(IllegalStateException.class);
        generations.activate("other", other);
        assertThat(generations.active()).isEqualTo(other);
    }

    @Test
    void one_that_has_switched_and_not_yet_said_so_has_not_failed() {
        var generations = FeedStore.generationsIn(database);
        var rebuilds = new Rebuilds(database, "rebuilds", generations);
        var now = Instant.now(CLOCK);
        int id = generations.begin("one", now);
        rebuilds.store(new RebuildCourse(id, now).now());

        generations.activate("one", id);

        assertThat(rebuilds.get(id, now).reason()).isNull();
    }

    @Test
    void a_rebuild_counts_from_the_log_that_is_told_now() {
        var feed = feed();
        feed.sum(log(LOG).tell(events(0, 10)));
        var told = log(ANOTHER_LOG).tell(events(0, 3));
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(feed.engine().standings(CLOCK).getFirst().known())
                                        .isNull());

        var rebuilt = rebuilt(feed);

        assertThat(rebuilt.differences()).singleElement().asString().contains("not compared");
        await().atMost(LONG)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(feed.sum(told)).isEqualTo(3));
    }

    private Rebuild rebuilt(RunningFeed feed) {
        return rebuilt(feed, false);
    }

    private Rebuild rebuilt(RunningFeed feed, boolean keepOld) {
        var begun = begun(feed, keepOld);
        await().atMost(LONG).until(() -> feed.engine().rebuild(begun.id(), CLOCK).isOver());
        var over = feed.engine().rebuild(begun.id(), CLOCK);
        assertThat(over.reason()).isNull();
        assertThat(over.state()).isEqualTo(State.SWITCHED);
        return over;
    }

    /** One that did not end in time when its service was stopped is given up after a while. */
    private static Rebuild begun(RunningFeed feed, boolean keepOld) {
        var begun = new AtomicReference<Rebuild>();
        await().ignoreExceptionsMatching(RebuildRefused.class::isInstance)
                .until(
                        () -> {
                            begun.set(feed.engine().rebuild(keepOld, CLOCK));
                            return true;
                        });
        return begun.get();
    }

    private List<Event> events(int from, int until) {
        List<Event> events = new ArrayList<>();
        for (int event = from; event < until; event++) {
            events.add(Event.of(added(service, "s" + event % 50, "1")));
        }
        return events;
    }

    private String key(String subject) {
        return new Subject(family.name(), LOG, subject).key();
    }

    private boolean isDerivedFrom(int facts, String subject) {
        var derived = Filters.and(Filters.eq("_id", key(subject)), Filters.eq("facts", facts));
        return database.getCollection("subjects").find(derived).first() != null;
    }

    private List<String> collections() {
        return database.listCollectionNames().into(new ArrayList<>());
    }

    private ToldLog log(String logId) {
        return open.add(ToldLog.start(service, logId));
    }

    private RunningFeed feed() {
        return open.add(RunningFeed.start(family, database.getName()));
    }
}
