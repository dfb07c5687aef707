package io.samling.eventstore.log;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.samling.kernel.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares this machine's clock with the database server's, now and then. */
final class ServerClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);
    private static final long WARN_MILLIS = 1000;
    private static final long REFUSE_MILLIS = 5000;
    private static final long EVERY_SECONDS = 30;

    private final MongoDatabase database;
    private final Clock clock;
    private final boolean checking;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("log-clock").daemon().factory());
    private volatile long ahead;

    private ServerClock(MongoDatabase database, Clock clock, boolean checking) {
        this.database = database;
        this.clock = clock;
        this.checking = checking;
    }

    /**
     * Greets the server.
     *
     * @throws IllegalStateException where it is a single server, which may forget what it
     *     acknowledged
     */
    static ServerClock of(MongoDatabase database, Clock clock, boolean checking) {
        var serverClock = new ServerClock(database, clock, checking);
        if (!serverClock.greet().containsKey("setName")) {
            throw new IllegalStateException(
                    "The MongoDB server is not a member of a replica set, so it may forget what it"
                            + " acknowledged. Start it with --replSet and run rs.initiate(); a"
                            + " replica set of one is enough.");
        }
        return serverClock;
    }

    void start() {
        if (checking) {
            var _ =
                    executor.scheduleWithFixedDelay(
                            this::compare, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void compare() {
        try {
            greet();
        } catch (MongoException e) {
            LOG.debug("The server's clock cannot be read just now", e);
        }
    }

    private BsonDocument greet() {
        var before = clock.millis();
        var hello =
                database.runCommand(
                        new BsonDocument("hello", new BsonInt32(1)), BsonDocument.class);
        var middle = (before + clock.millis()) / 2;
        if (checking && hello.containsKey("localTime")) {
            ahead = middle - hello.getDateTime("localTime").getValue();
            if (Math.abs(ahead) > WARN_MILLIS) {
                LOG.warn("This machine's clock and the database server's differ by {} ms", ahead);
            }
        }
        return hello;
    }

    long ahead() {
        return ahead;
    }

    /** Refuses to record anything while the clocks differ so much that times would mislead. */
    void requireSane() {
        if (checking && Math.abs(ahead) > REFUSE_MILLIS) {
            throw Unavailable.nothingDone(
                    "clocks-differ",
                    "The clocks of the service and its database differ by "
                            + Duration.ofMillis(Math.abs(ahead)).toSeconds()
                            + " s; nothing is recorded until one is set right",
                    Duration.ofSeconds(EVERY_SECONDS));
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
