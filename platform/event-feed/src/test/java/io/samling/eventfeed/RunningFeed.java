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
final class RunningFeed implements AutoCloseable {

    private final Sums family;
    private final FeedEngine engine;

    private RunningFeed(Sums family, FeedEngine engine) {
        this.family = family;
        this.engine = engine;
    }

    /** One on the servers of the tests, with the settings that a service has. */
    static RunningFeed start(Sums family, String database) {
        return start(family, TestServers.kafka(), database);
    }

    static RunningFeed start(Sums family, String kafka, String database) {
        return start(family, kafka, new FeedSettings(database, database, 20000, 2000));
    }

    static RunningFeed start(Sums family, String kafka, FeedSettings settings) {
        return start(family, TestServers.mongodb(), kafka, settings);
    }

    static RunningFeed start(Sums family, String mongodb, String kafka, FeedSettings settings) {
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

    FeedEngine engine() {
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

    int parked() {
        return engine.feed().parked(family.service());
    }

    @Override
    public void close() {
        engine.stop();
    }
}
