package io.samling.eventfeed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;

/** How far the feed has come, as numbers that can be watched over time. */
final class FeedMetrics implements MeterBinder {

    private final FeedEngine engine;
    private final Clock clock;

    FeedMetrics(FeedEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var log : engine.feed().services()) {
            gauge(registry, log, "lag", "seconds", FeedMetrics::lag);
            gauge(registry, log, "rows", "rows", Standing::rows);
        }
        engine.topics().forEach((topic, log) -> parked(registry, topic, log));
        Gauge.builder("samling.feed.unkept", engine, FeedEngine::recordsToKeep)
                .description("Records of this instance's share that wait to be kept")
                .baseUnit("records")
                .register(registry);
        Gauge.builder(
                        "samling.feed.dead.letters.waiting",
                        engine,
                        feed -> feed.deadLetters().waiting())
                .description("Poison records that others were not told of yet")
                .baseUnit("records")
                .register(registry);
    }

    private void parked(MeterRegistry registry, String topic, String log) {
        Gauge.builder("samling.feed.parked", engine, feed -> feed.parked(topic))
                .description("Facts and records that wait for a repair and do not count")
                .tag("log", log)
                .tag("topic", topic)
                .baseUnit("facts")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry,
            String log,
            String what,
            String unit,
            ToDoubleFunction<Standing> number) {
        Gauge.builder(
                        "samling.feed." + what,
                        engine,
                        feed -> number.applyAsDouble(feed.standing(log, clock)))
                .tag("log", log)
                .baseUnit(unit)
                .register(registry);
    }

    /** How long ago the figures were complete; no number before anything is known. */
    private static double lag(Standing standing) {
        var lag = standing.lag();
        return lag == null ? Double.NaN : lag.toMillis() / 1000.0;
    }
}
