package io.samling.eventstore.config;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Origin;
import io.samling.kernel.Commands.Receipt;
import io.samling.testing.Rounds;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = SnapshotTest.Service.class,
        properties = "samling.event-store.snapshot-every=50")
class SnapshotTest {

    @TempDir static Path data;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("samling.mongodb.uri", TestServers::mongodb);
        properties.add("samling.data", () -> data);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        EventVocabulary vocabulary() {
            return EventVocabulary.of("club", Club.ClubEvent.class);
        }

        @Bean
        MongoDatabase database(MongoClient client) {
            return client.getDatabase(TestServers.database());
        }

        @Bean
        @Scope("prototype")
        Club club() {
            return new Club();
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
        var events = new ArrayList<NewEvent>();
        for (var sequence = 1; sequence <= visits; sequence++) {
            events.add(visit(club, sequence));
            if (events.size() == 100 || sequence == visits) {
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
    void ten_thousand_events_load_in_at_most_twice_the_time_of_a_hundred() throws Exception {
        var large = "club-" + UUID.randomUUID();
        foundWithVisits(id, 99);
        foundWithVisits(large, 9_999);
        send(new Club.Look(id));
        send(new Club.Look(large));
        awaitSnapshot(id, 99);
        awaitSnapshot(large, 9_999);

        assertThat(Rounds.until(() -> loadsAsFast(large, id))).isTrue();
    }

    /** Loads both in turn, so that what else the machine does slows both down. */
    private boolean loadsAsFast(String large, String small) {
        var ofLarge = new ArrayList<Duration>();
        var ofSmall = new ArrayList<Duration>();
        for (var i = 0; i < 41; i++) {
            ofLarge.add(timeToLoad(large));
            ofSmall.add(timeToLoad(small));
        }
        var long_ = Rounds.median(ofLarge);
        var short_ = Rounds.median(ofSmall);
        System.out.println("proof: loading 100 events: " + short_ + ", 10,000 events: " + long_);
        return long_.compareTo(short_.multipliedBy(2).plusMillis(1)) < 0;
    }

    private Duration timeToLoad(String club) {
        var start = System.nanoTime();
        send(new Club.Look(club));
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
