package io.samling.eventfeed;

import static io.samling.eventfeed.Sums.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.samling.contracts.LogPositions;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.rebuild.Generations;
import io.samling.testing.TestServers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Several instances that share the partitions: what they store together is what one would. */
class SharedPartitionsTest {

    private static final String LOG = "0000abcd";
    private static final int SUBJECTS = 40;

    @AutoClose private final Opened open = new Opened();
    private final String service = TestServers.unique("s");
    private final MongoClient client = open.add(MongoClients.create(TestServers.mongodb()));
    private final MongoDatabase database = client.getDatabase(TestServers.database());
    private final ToldLog log = open.add(ToldLog.start(service, LOG));
    private int told;

    @Test
    void instances_come_and_go_and_nothing_is_lost_or_counted_twice() {
        var first = feed(new Sums(service));
        tell(200);
        var second = feed(new Sums(service));
        tell(200);
        first.close();
        tell(200);
        var third = feed(new Sums(service));
        var all = tell(200);

        assertThat(second.sum(all)).isEqualTo(800);
        assertThat(third.sum(all)).isEqualTo(800);
        await().untilAsserted(() -> assertThat(storedSum()).isEqualTo(800));
        assertThat(stored("facts")).isEqualTo(800);
        assertThat(stored("subjects")).isEqualTo(SUBJECTS);
    }

    @Test
    void who_was_paused_while_another_went_on_overwrites_nothing() throws Exception {
        var pausedFamily = new Sums(service);
        var paused = feed(pausedFamily);
        assertThat(paused.sum(tell(100))).isEqualTo(100);
        await().untilAsserted(() -> assertThat(storedSum()).isEqualTo(100));
        var gate = new CountDownLatch(1);
        var reached = new CountDownLatch(1);
        pausedFamily.whenWriterReads(
                () -> {
                    reached.countDown();
                    waitFor(gate);
                });
        tell(100);
        reached.await();

        anotherGoesOn(
                paused,
                () -> {
                    pausedFamily.whenWriterReads(() -> {});
                    gate.countDown();
                });
    }

    @Test
    void who_was_paused_while_it_sent_may_send_the_rest_when_another_has_gone_on()
            throws Exception {
        var passage = open.add(Passage.to(TestServers.mongodb()));
        var settings = new FeedSettings(database.getName(), database.getName(), 20000, 2000);
        var paused =
                open.add(
                        RunningFeed.start(
                                new Sums(service),
                                passage.mongodb(),
                                TestServers.kafka(),
                                settings));
        assertThat(paused.sum(tell(100))).isEqualTo(100);
        await().untilAsserted(() -> assertThat(storedSum()).isEqualTo(100));
        passage.hold();
        tell(100);
        passage.awaitHeld();

        anotherGoesOn(paused, passage::release);
    }

    /** Another gets the paused one's partitions; what that one does then changes nothing. */
    private void anotherGoesOn(RunningFeed paused, Runnable wakeUp) throws Exception {
        removeFromTheGroup();
        var other = feed(new Sums(service));
        var all = tell(100);
        assertThat(other.sum(all)).isEqualTo(300);
        await().untilAsserted(() -> assertThat(storedSum()).isEqualTo(300));
        var offsets = offsets();
        assertThat(membersOfTheGroup()).isOne();
        wakeUp.run();

        // it joins again with the next poll, and has written all that it was about to write
        await().until(() -> membersOfTheGroup() == 2);
        assertThat(storedSum()).isEqualTo(300);
        assertThat(stored("facts")).isEqualTo(300);
        offsets.forEach((at, then) -> assertThat(offsets().get(at)).isGreaterThanOrEqualTo(then));

        var more = tell(100);
        assertThat(paused.sum(more)).isEqualTo(400);
        assertThat(other.sum(more)).isEqualTo(400);
        await().untilAsserted(() -> assertThat(storedSum()).isEqualTo(400));
        assertThat(stored("facts")).isEqualTo(400);
    }

    private void removeFromTheGroup() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            var everybody = new RemoveMembersFromConsumerGroupOptions();
            admin.removeMembersFromConsumerGroup(database.getName(), everybody).all().get();
        }
    }

    private int membersOfTheGroup() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            var group = database.getName();
            var described = admin.describeConsumerGroups(List.of(group)).describedGroups();
            return Objects.requireNonNull(described.get(group)).get().members().size();
        }
    }

    private static void waitFor(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private LogPositions tell(int events) {
        List<Event> more = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            more.add(Event.of(added(service, "s" + told++ % SUBJECTS, "1")));
        }
        return log.tell(more);
    }

    private long storedSum() {
        return Sums.stored(database, Generations.FIRST, LOG);
    }

    private Map<String, Long> offsets() {
        Map<String, Long> offsets = new HashMap<>();
        for (var document : FeedStore.in(database, Generations.FIRST).offsets().all()) {
            offsets.put(document.getString("_id"), document.getLong("offset"));
        }
        return offsets;
    }

    private long stored(String collection) {
        return database.getCollection(collection).countDocuments();
    }

    private RunningFeed feed(Sums family) {
        return open.add(RunningFeed.start(family, database.getName()));
    }
}
