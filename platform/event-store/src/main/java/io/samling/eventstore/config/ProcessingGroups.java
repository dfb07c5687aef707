package io.samling.eventstore.config;

import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.LogToken;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.view.View;
import io.samling.eventstore.view.ViewSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds each processing group of a service as its plan says. */
final class ProcessingGroups {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessingGroups.class);

    /** A group that stands still tries again as often, and one that stands by looks as often. */
    private static final long TRY_AGAIN_MILLIS = 1_000;

    private final Map<String, ProcessingGroupPlan> plans;
    private final Map<String, GroupState> states = new ConcurrentHashMap<>();
    private final Map<String, GuardedInvoker> handlers = new ConcurrentHashMap<>();
    private final Map<String, View> views;
    private final SamlingEventStore store;
    private final TokenStore tokens;

    ProcessingGroups(
            List<ProcessingGroupPlan> plans,
            List<View> views,
            SamlingEventStore store,
            TokenStore tokens) {
        this.plans =
                plans.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ProcessingGroupPlan::group, Function.identity()));
        this.views =
                views.stream()
                        .collect(Collectors.toUnmodifiableMap(View::group, Function.identity()));
        this.store = store;
        this.tokens = tokens;
    }

    /** Those that make of the log what can be made again. */
    List<String> fromTheFirstEvent() {
        return handlers.keySet().stream()
                .filter(group -> planOf(group).start() == ProcessingGroupPlan.Start.FIRST_EVENT)
                .toList();
    }

    /** Has the handlers of a group forget what they made; it must not run. */
    void forgetAllOf(String group) {
        var view = views.get(group);
        if (view == null) {
            Objects.requireNonNull(handlers.get(group)).performReset();
        } else {
            view.beginAnew();
        }
        stateOf(group).begunAnew();
    }

    /**
     * Has each view go on where it stands, where its token is ahead of it: what it was made into
     * may have been removed.
     */
    void takeUpViews(LogIdentity log) {
        for (var view : views.values()) {
            var reached = view.reached().position();
            for (var segment : tokens.fetchSegments(view.group())) {
                takeUp(view.group(), segment, new LogToken(log.logId(), reached));
            }
        }
    }

    private void takeUp(String group, int segment, LogToken reached) {
        try {
            var token = tokens.fetchToken(group, segment);
            if (token instanceof LogToken(var logId, var at)
                    && logId.equals(reached.logId())
                    && at > reached.at()) {
                LOG.info("{} has come to {}, not to {}", group, reached.at(), at);
                tokens.storeToken(reached, group, segment);
            }
        } catch (UnableToClaimTokenException fedByAnother) {
            LOG.debug("Another instance feeds {}", group, fedByAnother);
        }
    }

    /** The view that a group makes, where it is one of those. */
    Optional<View> viewOf(String group) {
        return Optional.ofNullable(views.get(group));
    }

    /** What a group makes its view of. */
    ViewSource sourceOf(String group, EventLog log) {
        return new HandledLog(log, store, Objects.requireNonNull(handlers.get(group)));
    }

    GroupState stateOf(String group) {
        return states.computeIfAbsent(group, GroupState::new);
    }

    EventProcessor build(String group, Configuration axon, EventHandlerInvoker handlers) {
        var plan = planOf(group);
        var state = stateOf(group);
        var view = views.get(group);
        if (view != null && plan.segments() != 1) {
            throw new IllegalStateException("The view " + group + " needs the order of the log");
        }
        var feed = view == null ? null : new ViewFeed(view);
        var guarded = new GuardedInvoker(handlers, state, feed);
        this.handlers.put(group, guarded);
        return PooledStreamingEventProcessor.builder()
                .name(group)
                .eventHandlerInvoker(guarded)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(new GroupSource(store, state))
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(executor(axon, "coordinator-" + group, 1))
                .workerExecutor(workers(axon, plan, view != null))
                .initialSegmentCount(plan.segments())
                .batchSize(plan.batchSize())
                .tokenClaimInterval(TRY_AGAIN_MILLIS)
                .clock(Clock.systemUTC()) // claims go by real time, also while a story is told
                .initialToken(source -> start(plan, source))
                .build();
    }

    private ProcessingGroupPlan planOf(String group) {
        var plan = plans.get(group);
        if (plan == null) {
            throw new IllegalStateException(
                    "The processing group "
                            + group
                            + " has no plan: add a bean of type ProcessingGroupPlan for it");
        }
        return plan;
    }

    private static TrackingToken start(
            ProcessingGroupPlan plan, StreamableMessageSource<TrackedEventMessage<?>> source) {
        return switch (plan.start()) {
            case FIRST_EVENT -> source.createTailToken();
            case NEXT_EVENT -> source.createHeadToken();
        };
    }

    private static ScheduledExecutorService workers(
            Configuration axon, ProcessingGroupPlan plan, boolean ofView) {
        var name = "worker-" + plan.group();
        return ofView
                ? endingWith(axon, new PacedWorker(new AxonThreadFactory(name)))
                : executor(axon, name, plan.segments());
    }

    private static ScheduledExecutorService executor(Configuration axon, String name, int threads) {
        return endingWith(
                axon, Executors.newScheduledThreadPool(threads, new AxonThreadFactory(name)));
    }

    private static ScheduledExecutorService endingWith(
            Configuration axon, ScheduledExecutorService executor) {
        axon.onShutdown(executor::shutdown);
        return executor;
    }
}
