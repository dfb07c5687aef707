package io.samling.eventstore.config;

import io.samling.eventstore.LogToken;
import io.samling.eventstore.NoSuchView;
import io.samling.eventstore.Views;
import io.samling.eventstore.ViewsFedElsewhere;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.view.View;
import io.samling.rebuild.Rebuild;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processing groups of this instance. */
final class GroupViews implements Views {

    private static final Logger LOG = LoggerFactory.getLogger(GroupViews.class);

    private final EventProcessingConfiguration processing;
    private final ProcessingGroups groups;
    private final TokenStore tokens;
    private final EventLog log;

    GroupViews(
            EventProcessingConfiguration processing,
            ProcessingGroups groups,
            TokenStore tokens,
            EventLog log) {
        this.processing = processing;
        this.groups = groups;
        this.tokens = tokens;
        this.log = log;
    }

    @Override
    public List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        processing
                .eventProcessors()
                .forEach(
                        (name, processor) -> {
                            if (processor instanceof StreamingEventProcessor streaming) {
                                standings.add(standingOf(streaming));
                            }
                        });
        return standings;
    }

    private Standing standingOf(StreamingEventProcessor processor) {
        var failure = groups.stateOf(processor.getName()).failure();
        var segments = processor.processingStatus().values();
        var position = segments.stream().mapToLong(GroupViews::positionOf).min().orElse(-1);
        return new Standing(
                processor.getName(),
                !segments.isEmpty(),
                position,
                Math.max(0, log.tail().next() - 1 - position),
                failure == null ? null : failure.position(),
                failure == null ? null : failure.reason(),
                groups.viewOf(processor.getName()).map(View::rebuilding).orElse(null));
    }

    private static long positionOf(EventTrackerStatus segment) {
        @Nullable TrackingToken token = segment.getTrackingToken();
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public synchronized Rebuild rebuildBeside(String group) {
        var view = viewOf(group);
        if (!isFedHere(group)) {
            throw new ViewsFedElsewhere(group);
        }
        return view.rebuild(groups.sourceOf(group, log));
    }

    private boolean isFedHere(String group) {
        return standings().stream()
                .anyMatch(standing -> standing.group().equals(group) && standing.claimed());
    }

    @Override
    public Rebuild rebuildOf(String group, int id) {
        return viewOf(group).rebuild(id);
    }

    @Override
    public List<Rebuild> rebuildsOf(String group) {
        return viewOf(group).rebuilds();
    }

    private View viewOf(String group) {
        return groups.viewOf(group).orElseThrow(() -> new NoSuchView(group));
    }

    @Override
    public synchronized void rebuild() {
        for (var group : groups.fromTheFirstEvent()) {
            processing.eventProcessor(group).ifPresent(this::rebuild);
        }
    }

    /** By hand, for Axon would compare the new token with the old, which may be of another log. */
    private void rebuild(EventProcessor processor) {
        var group = processor.getName();
        LOG.info("Building anew what {} made", group);
        processor.shutDown();
        try {
            var segments = tokens.fetchSegments(group);
            for (var segment : segments) {
                var _ = tokens.fetchToken(group, segment);
            }
            groups.forgetAllOf(group);
            for (var segment : segments) {
                tokens.storeToken(new LogToken(log.identity().logId(), -1), group, segment);
                tokens.releaseClaim(group, segment);
            }
        } catch (UnableToClaimTokenException heldByAnother) {
            LOG.debug("The segments of {} are claimed", group, heldByAnother);
            throw new ViewsFedElsewhere(group);
        } finally {
            processor.start();
        }
    }
}
