package io.samling.eventfeed;

import static io.samling.eventfeed.Sums.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.samling.contracts.LogPositions;
import io.samling.eventfeed.FeedEngine.Repaired;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.kernel.Unavailable;
import io.samling.testing.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final String LOG = "0000abcd";
    private static final String ANOTHER_LOG = "0000ef01";

    private final String service = TestServers.unique("s");
    private final String database = TestServers.database();
    private final Sums family = new Sums(service);
    @AutoClose private final Opened open = new Opened();

    @Test
    void what_was_told_is_known_once_it_is_waited_for() {
        var log = log(LOG);
        var feed = feed();

        var told = log.tell(of("a", "1"), of("b", "10"), of("a", "100"));

        assertThat(feed.sum(told)).isEqualTo(111);
        assertThat(feed.engine().feed().now().known()).isEqualTo(told);
    }

    @Test
    void an_answer_can_be_asked_again_by_its_positions_and_by_its_time() {
        var log = log(LOG);
        var feed = feed();
        var early = log.tell(of("a", "1"), of("b", "10"));
        var late = log.tell(of("a", "100"));

        assertThat(feed.sum(late)).isEqualTo(111);
        assertThat(feed.sumAt(feed.engine().feed().at(early))).isEqualTo(11);
        assertThat(feed.sumKnownAt(ToldLog.recorded(0))).isEqualTo(1);
        assertThat(feed.sumKnownAt(ToldLog.recorded(1).plusMillis(999))).isEqualTo(11);
        assertThat(feed.sumKnownAt(ToldLog.START.minusSeconds(1))).isZero();
    }

    @Test
    void a_moment_is_settled_when_the_log_is_complete_until_long_after_it() {
        var log = log(LOG);
        var feed = feed();
        List<Event> events = new ArrayList<>();
        for (int event = 0; event <= 20; event++) {
            events.add(of("a", "1"));
        }
        feed.sum(log.tell(events));

        assertThat(feed.engine().feed().at(ToldLog.recorded(4)).settled()).isTrue();
        assertThat(feed.engine().feed().at(ToldLog.recorded(5)).settled()).isFalse();
        assertThat(feed.engine().feed().now().settled()).isFalse();
    }

    @Test
    void an_event_that_tells_no_fact_moves_what_is_known() {
        var log = log(LOG);
        var feed = feed();
        log.tell(of("a", "1"));

        var told = log.tell(Event.of());

        assertThat(feed.sum(told)).isEqualTo(1);
        assertThat(feed.engine().feed().now().known()).isEqualTo(told);
    }

    @Test
    void what_is_told_again_or_out_of_order_counts_once() {
        var log = log(LOG);
        var feed = feed();
        var events = List.of(of("a", "1"), of("b", "10"), of("a", "100"));
        log.tell(events);

        var told =
                log.tellAt(
                        List.of(2L, 0L, 1L), List.of(events.get(2), events.get(0), events.get(1)));
        var more = log.tell(of("a", "1000"));

        assertThat(feed.sum(told)).isIn(111L, 1111L);
        assertThat(feed.sum(more)).isEqualTo(1111);
        await().untilAsserted(() -> assertThat(keptFacts()).isEqualTo(4));
    }

    @Test
    void a_restarted_instance_goes_on_from_what_is_kept() {
        var log = log(LOG);
        var first = feed();
        first.sum(log.tell(of("a", "1"), of("b", "10")));
        await().untilAsserted(() -> assertThat(keptFacts()).isEqualTo(2));
        first.close();

        var told = log.tell(of("a", "100"));

        assertThat(feed().sum(told)).isEqualTo(111);
    }

    @Test
    void what_one_instance_is_asked_the_other_knows_as_well() {
        var log = log(LOG);
        var one = feed();
        var other = feed();

        for (int round = 1; round <= 20; round++) {
            var told = log.tell(of("s" + round, "1"), of("s" + (round - 1), "1"));
            assertThat(one.sum(told)).isEqualTo(2L * round);
            assertThat(other.sum(told)).isEqualTo(2L * round);
        }
    }

    @Test
    void two_hundred_may_wait_at_once() throws Exception {
        var log = log(LOG);
        var feed = feed();
        feed.sum(log.tell(of("a", "1")));
        var awaited = LogPositions.parse(service + ":" + LOG + ":1");

        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> questions = new ArrayList<>();
            for (int caller = 0; caller < 200; caller++) {
                questions.add(() -> feed.sum(awaited));
            }
            var telling = waiting.submit(() -> log.tell(of("a", "10")));
            for (var answer : waiting.invokeAll(questions)) {
                assertThat(answer.get()).isEqualTo(11);
            }
            telling.get();
        }
    }

    @Test
    void who_waits_in_vain_hears_where_the_log_stands() {
        var log = log(LOG);
        var feed = feed();
        feed.sum(log.tell(of("a", "1")));
        var never = LogPositions.parse(service + ":" + LOG + ":99");

        assertThatThrownBy(() -> feed.engine().feed().await(never, Duration.ofMillis(50)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(never.toString())
                .hasMessageContaining("known is " + log.position());
    }

    @Test
    void nothing_is_answered_before_a_service_was_heard_of() {
        var feed = feed();

        assertThatThrownBy(() -> feed.engine().feed().now())
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(service);
    }

    @Test
    void a_fact_that_cannot_be_read_stops_its_subject_and_no_other_until_repaired() {
        var log = log(LOG);
        var feed = feed();
        log.tell(of("a", "1"), of("a", "seven"), of("a", "100"), of("b", "1000"));
        var told = log.tell(of("a", "10"), of("b", "10000"));

        assertThat(feed.sum(told)).isEqualTo(11001);
        assertThat(feed.parked()).isEqualTo(3);
        assertThat(unread(feed))
                .singleElement()
                .returns(LOG + "-1-0", Unread::place)
                .returns(3, Unread::facts);
        await().until(() -> parkedSubjects() == 1 && keptFacts() == 6);

        family.readsWords.set(true);
        assertThat(feed.engine().repair()).isEqualTo(new Repaired(0, 0));

        await().untilAsserted(() -> assertThat(feed.parked()).isZero());
        assertThat(unread(feed)).isEmpty();
        assertThat(feed.sum(told)).isEqualTo(11118);
        assertThat(sumsAfterEachEvent(feed)).containsExactly(1L, 8L, 108L, 1108L, 1118L, 11118L);
        feed.close();
        var restarted = feed();
        assertThat(restarted.sum(told)).isEqualTo(11118);
        assertThat(sumsAfterEachEvent(restarted))
                .containsExactly(1L, 8L, 108L, 1108L, 1118L, 11118L);
    }

    @Test
    void a_record_that_is_no_fact_stops_its_subject_and_no_other() {
        var log = log(LOG);
        var feed = feed();
        log.tell(of("a", "1"), of("b", "1000"));
        log.garble(Sums.topicOf(service), "a");
        var told = log.tell(of("a", "10"), of("b", "10000"));

        assertThat(feed.sum(told)).isEqualTo(11001);
        assertThat(feed.parked()).isEqualTo(2);
        assertThat(unread(feed))
                .singleElement()
                .returns("the header ce_id is missing", Unread::reason)
                .returns(2, Unread::facts)
                .extracting(Unread::place)
                .asString()
                .matches(Sums.topicOf(service) + "/\\d+/\\d+");
        await().until(() -> feed.engine().repair().recordsLeft() == 1 && keptFacts() == 4);
        var before = unread(feed);
        feed.close();
        var restarted = feed();
        assertThat(restarted.sum(told)).isEqualTo(11001);
        assertThat(restarted.parked()).isEqualTo(2);
        assertThat(unread(restarted)).isEqualTo(before);
    }

    @Test
    void another_log_stops_the_figures_until_they_are_rebuilt() {
        var log = log(LOG);
        var feed = feed();
        feed.sum(log.tell(of("a", "1"), of("b", "10")));

        var another = log(ANOTHER_LOG);
        var told = another.tell(of("a", "5"));

        await().untilAsserted(
                        () ->
                                assertThatThrownBy(() -> feed.engine().feed().now())
                                        .hasMessageContaining("rebuild"));
        feed.engine().adopt(service);
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(feed.engine().feed().now().known()).isEqualTo(told));
        assertThat(feed.sum(told)).isEqualTo(5);
    }

    @Test
    void reading_does_not_run_away_from_keeping() {
        var log = log(LOG);
        var settings = new FeedSettings(database, database, 10, 50);
        List<Event> events = new ArrayList<>();
        for (int event = 0; event < 500; event++) {
            events.add(of("s" + event % 100, "1"));
        }
        var told = log.tell(events);

        var feed = open.add(RunningFeed.start(family, TestServers.kafka(), settings));

        assertThat(feed.sum(told)).isEqualTo(500);
    }

    /** As it was known then, one event after the other. */
    private List<Long> sumsAfterEachEvent(RunningFeed feed) {
        List<Long> sums = new ArrayList<>();
        for (int position = 0; position < 6; position++) {
            var then = LogPositions.parse(service + ":" + LOG + ":" + position);
            sums.add(feed.sumAt(feed.engine().feed().at(then)));
        }
        return sums;
    }

    private List<Unread> unread(RunningFeed feed) {
        return feed.engine().standing(service, Clock.systemUTC()).unread();
    }

    private Event of(String subject, String number) {
        return Event.of(added(service, subject, number));
    }

    private ToldLog log(String logId) {
        return open.add(ToldLog.start(service, logId));
    }

    private RunningFeed feed() {
        return open.add(RunningFeed.start(family, database));
    }

    private long keptFacts() {
        try (var client = MongoClients.create(TestServers.mongodb())) {
            return client.getDatabase(database).getCollection("facts").countDocuments();
        }
    }

    /** How many are stored as parked, derived from all that was told of them. */
    private long parkedSubjects() {
        try (var client = MongoClients.create(TestServers.mongodb())) {
            return client.getDatabase(database)
                    .getCollection("subjects")
                    .countDocuments(new Document("parked", 3));
        }
    }
}
