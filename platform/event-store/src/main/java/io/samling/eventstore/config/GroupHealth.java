package io.samling.eventstore.config;

import io.samling.eventstore.log.EventLog;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** How far each processing group has come, and where one stands still and why. */
final class GroupHealth extends AbstractHealthIndicator {

    private final EventProcessingConfiguration processing;
    private final ProcessingGroups groups;
    private final EventLog log;

    GroupHealth(EventProcessingConfiguration processing, ProcessingGroups groups, EventLog log) {
        super("The processing groups cannot be examined");
        this.processing = processing;
        this.groups = groups;
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        processing
                .eventProcessors()
                .forEach(
                        (name, processor) -> {
                            var failure = groups.stateOf(name).failure();
                            if (failure != null) {
                                health.down();
                            }
                            if (processor instanceof StreamingEventProcessor streaming) {
                                health.withDetail(name, detailOf(streaming, failure));
                            }
                        });
    }

    private Map<String, Object> detailOf(
            StreamingEventProcessor processor, GroupState.@Nullable Failure failure) {
        var detail = new LinkedHashMap<String, Object>();
        var segments = processor.processingStatus().values();
        if (segments.isEmpty()) {
            detail.put("claimed", false); // another instance may have it
        } else {
            var position = segments.stream().mapToLong(GroupHealth::positionOf).min().orElse(-1);
            detail.put("position", position);
            detail.put("lag", Math.max(0, log.tail().next() - 1 - position));
        }
        if (failure != null) {
            detail.put("standsStillAt", failure.position());
            detail.put("reason", failure.kind() + ": " + failure.reason());
        }
        return detail;
    }

    private static long positionOf(EventTrackerStatus segment) {
        @Nullable TrackingToken token = segment.getTrackingToken();
        return token == null ? -1 : token.position().orElse(-1);
    }
}
