package io.samling.eventstore.config;

import io.samling.eventstore.UnreadableEventMet;
import io.samling.eventstore.UnreadableStreams;
import io.samling.eventstore.log.EventLog;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the log can be read, how long it is, how much waits to be written, and which events stand
 * in the way of decisions: those alone do not count against a service that does all the rest.
 */
final class LogHealth extends AbstractHealthIndicator {

    private static final int MOST = 10;

    private final EventLog log;
    private final UnreadableStreams unreadable;

    LogHealth(EventLog log, UnreadableStreams unreadable) {
        super("The log cannot be read");
        this.log = log;
        this.unreadable = unreadable;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var fault = log.tail().fault();
        health.withDetail("log", log.identity().logId())
                .withDetail("position", log.reader().head().last())
                .withDetail("waiting", log.waiting())
                .withDetail("clockAheadMillis", log.clockAhead());
        var met = unreadable.all();
        if (!met.isEmpty()) {
            health.withDetail(
                    "unreadable",
                    met.stream().limit(MOST).map(UnreadableEventMet::getMessage).toList());
        }
        if (fault == null) {
            health.up();
        } else {
            health.down().withDetail("reason", String.valueOf(fault.getMessage()));
        }
    }
}
