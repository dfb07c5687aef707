package io.samling.eventstore.config;

import io.samling.eventstore.log.EventLog;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the log can be read, how long it is and how much waits to be written. */
final class LogHealth extends AbstractHealthIndicator {

    private final EventLog log;

    LogHealth(EventLog log) {
        super("The log cannot be read");
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var fault = log.tail().fault();
        health.withDetail("log", log.identity().logId())
                .withDetail("position", log.reader().head().last())
                .withDetail("waiting", log.waiting())
                .withDetail("clockAheadMillis", log.clockAhead());
        if (fault == null) {
            health.up();
        } else {
            health.down().withDetail("reason", String.valueOf(fault.getMessage()));
        }
    }
}
