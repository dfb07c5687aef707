package io.samling.eventfeed;

import io.samling.contracts.LogPositions;
import io.samling.testing.Patience;
import io.samling.testing.TestServers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a service that has nothing but a feed. */
public final class RunningFeed implements AutoCloseable {

    private final Family<?, ?, ?> family;
    private final FeedEngine engine;

    private RunningFeed(Family<?, ?, ?> family, FeedEngine engine) {
        this.family = family;
        this.engine = engine;
    }

    /** One on the servers of the tests, with the settings that a service has. */
    public static RunningFeed start(Family<?, ?, ?> family, String database) {
        return start(family, TestServers.kafka(), database);
    }

    static RunningFeed start(Family<?, ?, ?> family, String kafka, String database) {
        return start(family, kafka, new FeedSettings(database, database, 20000, 2000));
    }

    static RunningFeed start(Family<?, ?, ?> family, String kafka, FeedSettings settings) {
        return start(family, TestServers.mongodb(), kafka, settings);
    }

    static RunningFeed start(
            Family<?, ?, ?> family, String mongodb, String kafka, FeedSettings settings) {
        var engine =
                new FeedEngine(
                        List.of(family),
                        new Servers(mongodb, kafka),
                        settings,
                        JsonMapper.builder().build(),
                        Clock.systemUTC());
        engine.start();
        return new RunningFeed(family, engine);
    }

    /** What runs. */
    public FeedEngine engine() {
        return engine;
    }

    /** The sum of all, as known now, once these positions are known. */
    long sum(LogPositions atLeast) {
        engine.feed().await(atLeast, Patience.USUAL);
        return sumAt(engine.feed().now());
    }

    long sumAt(Moment moment) {
        var service = family.service();
        long known = Objects.requireNonNull(moment.known().of(service)).position();
        return engine.feed().read(service, Sums.SumRows.class, rows -> rows.sum(known));
    }

    long sumKnownAt(Instant at) {
        return sumAt(engine.feed().at(at));
    }

    /** How many facts and records wait for a repair. */
    public int parked() {
        return engine.feed().parked(family.service(), family.topic(), Long.MAX_VALUE);
    }

    @Override
    public void close() {
        engine.stop();
    }
}
