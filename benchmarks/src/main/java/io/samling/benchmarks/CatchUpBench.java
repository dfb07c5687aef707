package io.samling.benchmarks;

import com.mongodb.client.model.Sorts;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.log.EventLog;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.bson.BsonDocument;

/** How fast a reader comes from the first event to the end, beside the bare documents. */
final class CatchUpBench {

    private static final int CALLERS = 32;

    private final InsideMember member;
    private final Settings settings;
    private final long end;

    private CatchUpBench(InsideMember member, Settings settings) {
        this.member = member;
        this.settings = settings;
        var joins = new Joins();
        member.stopProcessors();
        Load.perSecond(CALLERS, settings.round(), () -> member.send(joins.command()));
        this.end = member.bean(EventLog.class).reader().head().next();
    }

    static void measure(Report report, Servers servers, Settings settings) {
        try (var member = InsideMember.start(servers, settings.data())) {
            new CatchUpBench(member, settings).into(report);
        }
    }

    private void into(Report report) {
        var streamed = new ArrayList<Double>();
        var understood = new ArrayList<Double>();
        var raw = new ArrayList<Double>();
        rawPerSecond(); // warm-up
        streamedPerSecond(TrackedEventMessage::getPayload);
        for (var round = 0; round < settings.rounds(); round++) {
            raw.add(rawPerSecond());
            streamed.add(streamedPerSecond(_ -> {}));
            understood.add(streamedPerSecond(TrackedEventMessage::getPayload));
        }
        var bare = report.add("log: found by a bare query", "events/s", raw);
        var ours = report.add("log: caught up with by a reader", "events/s", streamed);
        report.add("log: caught up with, and each payload read", "events/s", understood);
        report.add("log: caught up with / found by a bare query", "", ours / bare);
    }

    private double streamedPerSecond(Consumer<TrackedEventMessage<?>> reading) {
        var start = System.nanoTime();
        try (var stream = member.bean(SamlingEventStore.class).openStream(null)) {
            for (var position = 0L; position < end; position++) {
                if (!stream.hasNextAvailable(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("Nothing comes after " + position);
                }
                reading.accept(stream.nextAvailable());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return perSecond(end, start);
    }

    private double rawPerSecond() {
        var start = System.nanoTime();
        var events = 0L;
        var documents =
                member.database()
                        .getCollection("commits", BsonDocument.class)
                        .find()
                        .sort(Sorts.ascending("_id"))
                        .batchSize(500);
        for (var commit : documents) {
            events += commit.getArray("events").size();
        }
        return perSecond(events, start);
    }

    private static double perSecond(long events, long since) {
        return events * 1e9 / (System.nanoTime() - since);
    }
}
