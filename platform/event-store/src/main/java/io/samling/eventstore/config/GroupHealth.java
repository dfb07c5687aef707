package io.samling.eventstore.config;

import io.samling.eventstore.Views;
import io.samling.eventstore.Views.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** How far each processing group has come, and where one stands still and why. */
final class GroupHealth extends AbstractHealthIndicator {

    private final Views views;

    GroupHealth(Views views) {
        super("The processing groups cannot be examined");
        this.views = views;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (var standing : views.standings()) {
            if (standing.reason() != null) {
                health.down();
            }
            health.withDetail(standing.group(), detailOf(standing));
        }
    }

    private static Map<String, Object> detailOf(Standing standing) {
        var detail = new LinkedHashMap<String, Object>();
        if (standing.claimed()) {
            detail.put("position", standing.position());
            detail.put("lag", standing.lag());
        } else {
            detail.put("claimed", false); // another instance may have it
        }
        if (standing.standsStillAt() != null && standing.reason() != null) {
            detail.put("standsStillAt", standing.standsStillAt());
            detail.put("reason", standing.reason());
        }
        var rebuilding = standing.rebuilding();
        if (rebuilding != null) {
            detail.put(
                    "rebuilding",
                    "%s, %d of %d events"
                            .formatted(rebuilding.state(), rebuilding.read(), rebuilding.of()));
        }
        return detail;
    }
}
