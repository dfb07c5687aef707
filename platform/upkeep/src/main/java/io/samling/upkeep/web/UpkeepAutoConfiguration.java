package io.samling.upkeep.web;

import io.samling.eventrelay.Relay;
import io.samling.eventstore.UnreadableStreams;
import io.samling.eventstore.Views;
import io.samling.eventstore.log.EventLog;
import io.samling.webedge.KnownProblem;
import io.samling.webedge.KnownProblems;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Gives a service that remembers and tells the commands of whoever runs it. */
@AutoConfiguration(
        afterName = {
            "io.samling.eventstore.config.ProcessingAutoConfiguration",
            "io.samling.eventrelay.RelayAutoConfiguration"
        })
@ConditionalOnWebApplication
@ConditionalOnBean({Relay.class, Views.class})
class UpkeepAutoConfiguration {

    // spotless:off
    private static final List<KnownProblem> PROBLEMS = List.of(
            new KnownProblem("relayed-elsewhere", 409, "Ask the instance whose health says that it relays."),
            new KnownProblem("views-fed-elsewhere", 409, "Ask the instance whose health shows the positions of the processing groups."),
            new KnownProblem("unknown-view", 404, "GET /actuator/health names the processing groups; those that make rows are views."),
            new KnownProblem("unknown-rebuild", 404, "GET /api/views/<view>/rebuilds lists those that there were."),
            new KnownProblem("rebuild-runs", 409, "Wait until it is done, or ten seconds where its instance was killed."),
            new KnownProblem("view-of-another-log", 409, "POST /api/rebuild makes anew what was made from the log before."),
            new KnownProblem("position-not-told", 422, "Rewind to a position that has been told; health says up to where."));
    // spotless:on

    @Bean
    UpkeepController upkeepController(EventLog log, Relay relay, Views views) {
        return new UpkeepController(log, relay, views);
    }

    @Bean
    UpkeepMetrics upkeepMetrics(
            EventLog log, Relay relay, Views views, UnreadableStreams unreadable) {
        return new UpkeepMetrics(log, relay, views, unreadable);
    }

    @Bean
    KnownProblems upkeepProblems() {
        return () -> PROBLEMS;
    }
}
