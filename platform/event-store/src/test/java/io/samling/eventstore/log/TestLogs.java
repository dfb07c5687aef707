package io.samling.eventstore.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.samling.testing.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;

/** Opens logs on the tests' server, each database used by one test alone. */
public final class TestLogs implements AutoCloseable {

    /** When the tests' events happen, unless they say otherwise. */
    static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");

    private final MongoClient client;
    private final String name = TestServers.database();
    private final List<EventLog> open = new ArrayList<>();
    private final List<MongoClient> clients = new ArrayList<>();

    public TestLogs() {
        this(TestServers.mongodb());
    }

    /** On another server than the tests'. */
    public TestLogs(String connectionString) {
        this.client = MongoClients.create(connectionString);
    }

    public MongoDatabase database() {
        return client.getDatabase(name);
    }

    public EventLog open() {
        return open(database(), LogOptions.USUAL);
    }

    private EventLog open(MongoDatabase database, LogOptions options) {
        var log = EventLog.open("sample", database, Clock.systemUTC(), options);
        open.add(log);
        return log;
    }

    /** An instance of its own, with its own connections. */
    EventLog openOver(String connectionString, AppendLimits limits) {
        return openOver(connectionString, limits, new Asked());
    }

    /** An instance of its own whose commands are heard. */
    public EventLog openHeard(Asked asked) {
        return openOver(TestServers.mongodb(), AppendLimits.USUAL, asked);
    }

    EventLog openOver(String connectionString, AppendLimits limits, Asked asked) {
        var own = MongoClients.create(settings(connectionString, asked));
        clients.add(own);
        return open(own.getDatabase(name), new LogOptions(limits, false));
    }

    /** With a driver that looks again soon for a server that it has lost, not in half a second. */
    private static MongoClientSettings settings(String connectionString, Asked asked) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString))
                .applyToServerSettings(
                        server ->
                                server.heartbeatFrequency(500, TimeUnit.MILLISECONDS)
                                        .minHeartbeatFrequency(10, TimeUnit.MILLISECONDS))
                .addCommandListener(asked)
                .build();
    }

    /** From now on nobody looks at the log by himself. */
    public void stopReading() {
        open.forEach(log -> log.tail().close());
    }

    List<BsonDocument> commits() {
        var commits = new ArrayList<BsonDocument>();
        new LogReader(LogCollection.in(database())).everything().forEach(commits::add);
        return commits;
    }

    /** Every event of the log, read and checked from its first on. */
    List<StoredEvent> events() {
        var cursor = new LogReader(LogCollection.in(database())).from(0);
        var events = new ArrayList<StoredEvent>();
        for (var page = cursor.read(); !page.isEmpty(); page = cursor.read()) {
            events.addAll(page);
        }
        return events;
    }

    static NewEvent event(String stream, long sequence) {
        return event(stream, sequence, NOON);
    }

    static NewEvent event(String stream, long sequence, Instant at) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                stream,
                sequence,
                "Sample",
                "sample.happened",
                null,
                at,
                null,
                "{\"what\":\"" + stream + "/" + sequence + "\"}",
                "{}");
    }

    /** A caller who has waited for so long. */
    public static CallersWait waiting(Duration time) {
        var now = new AtomicLong();
        var wait = new CallersWait(now::get);
        now.set(time.toNanos());
        return wait;
    }

    @Override
    public void close() {
        open.forEach(EventLog::close);
        clients.forEach(MongoClient::close);
        database().drop();
        client.close();
    }
}
