package io.samling.upkeep.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.samling.eventrelay.Relay;
import io.samling.eventrelay.RelayStatus;
import io.samling.eventrelay.RelayStatus.State;
import io.samling.eventstore.UnreadableStreams;
import io.samling.eventstore.Views;
import io.samling.eventstore.Views.Standing;
import io.samling.eventstore.log.AppendOutcomes.Outcome;
import io.samling.eventstore.log.EventLog;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Log, relay and processing groups in numbers. A name here is for keeps: dashboards know it. */
final class UpkeepMetrics implements MeterBinder {

    private final EventLog log;
    private final Relay relay;
    private final Views views;
    private final UnreadableStreams unreadable;

    UpkeepMetrics(EventLog log, Relay relay, Views views, UnreadableStreams unreadable) {
        this.log = log;
        this.relay = relay;
        this.views = views;
        this.unreadable = unreadable;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        bindLog(meters);
        bindUnreadable(meters);
        bindRelay(meters);
        views.standings().forEach(standing -> bindGroup(meters, standing.group()));
    }

    private void bindLog(MeterRegistry meters) {
        Gauge.builder("samling.log.position", log, l -> l.tail().next() - 1)
                .description("The last position that this instance has read")
                .register(meters);
        Gauge.builder("samling.log.waiting", log, EventLog::waiting)
                .description("Commits that wait to be written")
                .register(meters);
        Gauge.builder("samling.log.clock.ahead", log, l -> l.clockAhead() / 1000.0)
                .description("How far this machine's clock is ahead of the database server's")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("samling.log.stands.still", log, l -> l.tail().fault() == null ? 0 : 1)
                .description("1 while the log cannot be read; health says why")
                .register(meters);
        for (var outcome : Outcome.values()) {
            FunctionCounter.builder(
                            "samling.log.appends", log, l -> (double) l.outcomes().count(outcome))
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .description("Appends by what became of them")
                    .register(meters);
        }
    }

    private void bindUnreadable(MeterRegistry meters) {
        Gauge.builder("samling.log.unreadable", unreadable, streams -> streams.all().size())
                .description("Streams on which nothing can be decided; health says why")
                .register(meters);
        Gauge.builder("samling.log.unreadable.position", unreadable, UpkeepMetrics::firstPosition)
                .description("The first event that stands in the way of a decision")
                .register(meters);
    }

    private static double firstPosition(UnreadableStreams unreadable) {
        var met = unreadable.all();
        return met.isEmpty() ? Double.NaN : met.getFirst().position();
    }

    private void bindRelay(MeterRegistry meters) {
        relayGauge(meters, "position", "Up to where the log has been told", RelayStatus::position);
        relayGauge(meters, "lag", "Events that are not told yet", RelayStatus::lag);
        relayGauge(
                meters,
                "stands.still",
                "1 while the relay waits or stands still; health says why",
                status -> status.reason() == null || status.state() == State.STANDBY ? 0 : 1);
        for (var state : State.values()) {
            Gauge.builder("samling.relay.state", relay, r -> r.status().state() == state ? 1 : 0)
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("1 for the state that the relay is in")
                    .register(meters);
        }
        FunctionCounter.builder("samling.relay.facts", relay, r -> (double) r.factsTold())
                .description("Facts told since the start")
                .register(meters);
    }

    private void relayGauge(
            MeterRegistry meters,
            String name,
            String description,
            ToDoubleFunction<RelayStatus> value) {
        Gauge.builder("samling.relay." + name, relay, r -> value.applyAsDouble(r.status()))
                .description(description)
                .register(meters);
    }

    private void bindGroup(MeterRegistry meters, String group) {
        groupGauge(meters, group, "position", "Up to where it has come", Standing::position);
        groupGauge(meters, group, "lag", "Events that it has not handled yet", Standing::lag);
        groupGauge(
                meters,
                group,
                "stands.still",
                "1 while it stands still; health says where and why",
                standing -> standing.reason() == null ? 0 : 1);
        groupGauge(
                meters,
                group,
                "stands.at",
                "The event at which it stands still, -1 where it cannot read at all",
                UpkeepMetrics::standsAt);
        groupGauge(
                meters,
                group,
                "rebuilding",
                "1 while this instance makes it again beside the running one",
                standing -> standing.rebuilding() == null ? 0 : 1);
    }

    private static double standsAt(Standing standing) {
        var position = standing.standsStillAt();
        return position == null ? Double.NaN : position;
    }

    private void groupGauge(
            MeterRegistry meters,
            String group,
            String name,
            String description,
            ToDoubleFunction<Standing> value) {
        Gauge.builder("samling.group." + name, views, v -> valueOf(v, group, value))
                .tags(Tags.of("group", group))
                .description(description)
                .register(meters);
    }

    private static double valueOf(Views views, String group, ToDoubleFunction<Standing> value) {
        return views.standings().stream()
                .filter(standing -> standing.group().equals(group))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
