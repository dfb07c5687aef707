package io.samling.reporting.dashboard.web;

import io.samling.contracts.LogPositions;
import io.samling.contracts.Topics;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.eventfeed.ToldLog;
import io.samling.eventfeed.ToldLog.Event;
import io.samling.localstack.KafkaBroker;
import io.samling.reporting.ToldFacts;
import io.samling.reporting.figures.web.RunningService;
import io.samling.testing.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A reporting-service that knows the story, and the log that goes on telling. */
final class ToldStory implements AutoCloseable {

    private final KafkaBroker kafka;
    private final ToldLog member;
    private final ToldLog funding;
    private final RunningService service;

    private ToldStory(KafkaBroker kafka, ToldLog member, ToldLog funding, RunningService service) {
        this.kafka = kafka;
        this.member = member;
        this.funding = funding;
        this.service = service;
    }

    static ToldStory tell(Path folder, String... settings) {
        return tell(folder, Story.events(), FundingStory.events(), settings);
    }

    /** A register in which nothing has happened. */
    static ToldStory untold(Path folder) {
        return tell(folder, List.of(), List.of());
    }

    private static ToldStory tell(
            Path folder, List<Event> members, List<Event> grants, String... settings) {
        var kafka = KafkaBroker.start(folder, "127.0.0.1", 0);
        var member =
                ToldLog.start(kafka.bootstrap(), "member", "0000abcd", Topics.factsOf("member"));
        var funding =
                ToldLog.start(kafka.bootstrap(), "funding", "0000ef01", Topics.factsOf("funding"));
        var service =
                RunningService.start(
                        TestServers.mongodb(), kafka.bootstrap(), TestServers.database(), settings);
        var story = new ToldStory(kafka, member, funding, service);
        var funded = funding.tell(grants);
        service.awaitKnown(member.tell(members));
        service.awaitKnown(funded);
        return story;
    }

    /** Sends what is no fact. */
    void garble() {
        member.garble(Topics.MEMBER_FACTS, "nobody");
    }

    RunningService service() {
        return service;
    }

    /** Tells more facts, which are known when this returns. */
    LogPositions goOn(MemberFact... facts) {
        var told = member.tell(Stream.of(facts).map(ToldFacts::told).toList());
        service.awaitKnown(told);
        return told;
    }

    @Override
    public void close() throws IOException {
        service.close();
        member.close();
        funding.close();
        kafka.close();
    }
}
