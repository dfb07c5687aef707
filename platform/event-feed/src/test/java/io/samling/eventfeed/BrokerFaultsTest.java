package io.samling.eventfeed;

import static io.samling.eventfeed.Sums.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.localstack.KafkaBroker;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills what is started before each test
class BrokerFaultsTest {

    private static final String LOG = "0000abcd";
    private static final int EVENTS = 300;

    @TempDir Path folder;

    private final String service = TestServers.unique("s");
    private final String database = TestServers.database();
    private final Opened open = new Opened();
    private KafkaBroker broker;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(folder.resolve("first"), "127.0.0.1", 0);
    }

    @Test
    void an_empty_broker_in_its_place_is_read_from_the_beginning() {
        var feed = feed();
        var log = log();
        var before = log.tell(events(0, EVENTS));
        assertThat(feed.sum(before)).isEqualTo(EVENTS);
        await().until(() -> keptFacts() == EVENTS);

        replaceBroker();
        var again = log();
        again.tell(events(0, EVENTS));
        var more = again.tell(events(EVENTS, 2 * EVENTS));

        assertThat(feed.sum(more)).isEqualTo(2 * EVENTS);
        assertThat(feed.sumAt(feed.engine().feed().at(before))).isEqualTo(EVENTS);
        await().until(() -> keptFacts() == 2 * EVENTS);
        var restarted = feed();
        assertThat(restarted.sum(more)).isEqualTo(2 * EVENTS);
    }

    @Test
    void figures_go_on_while_the_broker_is_away_and_catch_up_when_it_is_back() {
        var feed = feed();
        var log = log();
        var before = log.tell(events(0, EVENTS));
        assertThat(feed.sum(before)).isEqualTo(EVENTS);
        int port = port();

        broker.close();
        assertThat(feed.sum(before)).isEqualTo(EVENTS);
        await().until(() -> "the broker does not answer".equals(feed.engine().troubleKeeping()));
        broker = KafkaBroker.start(folder.resolve("first"), "127.0.0.1", port);
        var after = log.tell(events(EVENTS, EVENTS + 1));

        assertThat(feed.sum(after)).isEqualTo(EVENTS + 1);
    }

    private void replaceBroker() {
        int port = port();
        open.closeNewest();
        broker.close();
        broker = KafkaBroker.start(folder.resolve("second"), "127.0.0.1", port);
    }

    private int port() {
        return Integer.parseInt(broker.bootstrap().substring(broker.bootstrap().indexOf(':') + 1));
    }

    private List<Event> events(int from, int until) {
        List<Event> events = new ArrayList<>();
        for (int event = from; event < until; event++) {
            events.add(Event.of(added(service, "s" + event % 50, "1")));
        }
        return events;
    }

    private ToldLog log() {
        return open.add(
                ToldLog.start(broker.bootstrap(), service, LOG, List.of(Sums.topicOf(service))));
    }

    private RunningFeed feed() {
        return open.add(RunningFeed.start(new Sums(service), broker.bootstrap(), database));
    }

    private long keptFacts() {
        try (var client = MongoClients.create(TestServers.mongodb())) {
            return client.getDatabase(database).getCollection("facts").countDocuments();
        }
    }

    @AfterEach
    void closeAll() {
        open.close();
        broker.close();
    }
}
