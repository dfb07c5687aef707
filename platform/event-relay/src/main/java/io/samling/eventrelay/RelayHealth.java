package io.samling.eventrelay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows how the relay is doing. Only what somebody has to act on counts against the service: while
 * the broker is away it goes on accepting, and tells later.
 */
final class RelayHealth implements HealthIndicator {

    private final Relay relay;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Health health() {
        return of(relay.status());
    }

    static Health of(RelayStatus status) {
        var health =
                Health.status(statusOf(status))
                        .withDetail("state", status.state().name())
                        .withDetail("position", status.position())
                        .withDetail("lag", status.lag());
        if (status.reason() != null) {
            health.withDetail("reason", status.reason());
        }
        if (status.remark() != null) {
            health.withDetail("remark", status.remark());
        }
        return health.build();
    }

    private static Status statusOf(RelayStatus status) {
        return switch (status.state()) {
            case STARTING, RELAYING, STANDBY -> Status.UP;
            case WAITING -> new Status("WAITING");
            case STANDING -> Status.DOWN;
            case STOPPED -> Status.OUT_OF_SERVICE;
        };
    }
}
