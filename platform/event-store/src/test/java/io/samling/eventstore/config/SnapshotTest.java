package io.samling.eventstore.config;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Origin;
import io.samling.kernel.Commands.Receipt;
import io.samling.testing.TestServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(
        classes = {
            ClubService.Store.class,
            ClubService.Clubs.class,
            ClubService.Words.class,
            SnapshotTest.Service.class
        },
        properties = "samling.event-store.snapshot-every=50")
class SnapshotTest extends StoreTest {

    /** How many events each read of a stream or a snapshot brought to a thread. */
    static final ThreadLocal<List<Integer>> READS = ThreadLocal.withInitial(ArrayList::new);

    @Configuration(proxyBeanMethods = false)
    static class Service {

        @Bean
        MongoClient mongoClient() {
            return MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(new ConnectionString(TestServers.mongodb()))
                            .addCommandListener(new Reads())
                            .build());
        }
    }

    @Autowired Commands commands;
    @Autowired EventLog log;
    @Autowired MongoDatabase database;

    final String id = "club-" + UUID.randomUUID();

    Receipt send(Object command) {
        return commands.send(command, new Origin("actor", "request", null, null));
    }

    void foundWithVisits(String club, int visits) {
        send(new Club.Found(club, club));
        goOn(club, 1, visits);
    }

    void goOn(String club, int first, int last) {
        var events = new ArrayList<NewEvent>();
        for (var sequence = first; sequence <= last; sequence++) {
            events.add(visit(club, sequence));
            if (events.size() == 100 || sequence == last) {
                log.append(events, List.of(), null);
                events.clear();
            }
        }
    }

    private static NewEvent visit(String club, int sequence) {
        var payload = "{\"club\":\"" + club + "\",\"visitor\":\"Ada\"}";
        return new NewEvent(
                UUID.randomUUID().toString(),
                club,
                sequence,
                "Club",
                "club.visited",
                null,
                Instant.now(),
                null,
                payload,
                "{}");
    }

    private MongoCollection<Document> snapshots() {
        return database.getCollection("snapshots");
    }

    private void awaitSnapshot(String club, long version) {
        await().until(
                        () -> {
                            var found = snapshots().find(eq("stream", club)).first();
                            return found != null && found.getLong("seq") == version;
                        });
    }

    private void makeSnapshotSayAnotherNumber() {
        var saying = Objects.requireNonNull(snapshots().find(eq("stream", id)).first());
        var data = saying.getString("data").replace("\"number\":\"" + id, "\"number\":\"other");
        snapshots().updateOne(eq("stream", id), set("data", data));
    }

    @Test
    void a_long_stream_is_loaded_from_its_snapshot_and_what_follows() {
        foundWithVisits(id, 60);
        send(new Club.Look(id));
        awaitSnapshot(id, 60);
        makeSnapshotSayAnotherNumber();

        send(new Club.Found(id, "other")); // refused, were the first event read

        assertThat(send(new Club.Visit(id, "Bo")).version()).isEqualTo(61);
    }

    @Test
    void a_snapshot_of_other_code_is_not_met() {
        foundWithVisits(id, 60);
        send(new Club.Look(id));
        awaitSnapshot(id, 60);
        makeSnapshotSayAnotherNumber();
        snapshots().updateOne(eq("stream", id), set("code", "other code"));

        assertThatThrownBy(() -> send(new Club.Found(id, "other")))
                .isInstanceOf(Club.ClubRefused.class);
    }

    @Test
    void a_snapshot_that_cannot_be_read_is_left_aside() {
        foundWithVisits(id, 60);
        send(new Club.Look(id));
        awaitSnapshot(id, 60);
        snapshots().updateOne(eq("stream", id), set("data", "{\"id\":"));

        assertThat(send(new Club.Visit(id, "Bo")).version()).isEqualTo(61);
    }

    @Test
    void ten_thousand_events_are_loaded_without_reading_those_that_the_snapshot_holds() {
        foundWithVisits(id, 9_999);
        send(new Club.Look(id));
        awaitSnapshot(id, 9_999);

        assertThat(eventsReadBy(new Club.Look(id))).isZero();
        assertThat(READS.get()).as("of the snapshot and of what follows").hasSize(2);

        goOn(id, 10_000, 10_047);
        assertThat(eventsReadBy(new Club.Look(id))).as("at the most").isEqualTo(48);
        assertThat(READS.get()).hasSize(2);

        send(new Club.Visit(id, "Bo"));
        awaitSnapshot(id, 10_048);
        assertThat(eventsReadBy(new Club.Look(id))).isZero();
    }

    @Test
    void a_stream_too_short_for_a_snapshot_is_read_at_once() {
        foundWithVisits(id, 40);

        assertThat(eventsReadBy(new Club.Look(id))).isEqualTo(41);
        assertThat(READS.get()).hasSize(1);
    }

    private int eventsReadBy(Object command) {
        READS.get().clear();
        send(command);
        return READS.get().stream().mapToInt(Integer::intValue).sum();
    }

    /** Is told of each read by the thread that waits for it. */
    private static final class Reads implements CommandListener {

        private final Set<Integer> ofStreams = ConcurrentHashMap.newKeySet();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            var filter = event.getCommand().getDocument("filter", new BsonDocument());
            if (filter.containsKey("streams") || filter.containsKey("stream")) {
                ofStreams.add(event.getRequestId());
            }
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (event.getCommandName().equals("find") && ofStreams.remove(event.getRequestId())) {
                var found = event.getResponse().getDocument("cursor").getArray("firstBatch");
                READS.get().add(found.stream().mapToInt(Reads::eventsIn).sum());
            }
        }

        private static int eventsIn(BsonValue document) {
            return document.asDocument().getArray("events", new BsonArray()).size();
        }
    }
}
