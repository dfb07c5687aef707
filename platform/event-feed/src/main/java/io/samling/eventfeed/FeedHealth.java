package io.samling.eventfeed;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Ready once every log is known; out of service with the reason where one is not. Parked facts,
 * with what could not be read and why, and lag are details: figures say them too, and others go on.
 */
final class FeedHealth extends AbstractHealthIndicator {

    private final FeedEngine engine;
    private final Clock clock;

    FeedHealth(FeedEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        for (var standing : engine.standings(clock)) {
            if (standing.known() == null) {
                builder.outOfService();
            }
            builder.withDetail(standing.service(), details(standing));
        }
        builder.withDetail("recordsToKeep", engine.recordsToKeep());
        builder.withDetail("deadLetters", engine.deadLetters());
        var trouble = engine.troubleKeeping();
        builder.withDetail("keeping", trouble == null ? "goes on" : trouble);
        if (trouble != null) {
            builder.outOfService();
        }
    }

    private static Map<String, Object> details(Standing standing) {
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, "known", standing.known());
        put(details, "completeUntil", standing.completeUntil());
        put(details, "lagSeconds", standing.lag() == null ? null : standing.lag().toSeconds());
        put(details, "parked", standing.parked());
        put(details, "unread", standing.unread().isEmpty() ? null : standing.unread());
        put(details, "rows", standing.rows());
        put(details, "reason", standing.trouble());
        return details;
    }

    private static void put(
            Map<String, Object> details,
            String name,
            @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
