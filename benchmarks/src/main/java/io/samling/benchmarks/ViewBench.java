package io.samling.benchmarks;

import io.samling.eventstore.Views;
import io.samling.eventstore.log.EventLog;
import io.samling.rebuild.Rebuild.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How fast a view is made of a log from its beginning, in its place and beside the running one. */
final class ViewBench {

    private static final int CALLERS = 32;
    private static final String VIEW = "membership-roll";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ViewBench() {}

    static void measure(Report report, Servers servers, Settings settings) {
        try (var member = InsideMember.start(servers, settings.data())) {
            var joins = new Joins();
            var time = settings.round().multipliedBy(5);
            Load.perSecond(CALLERS, time, () -> member.send(joins.command()));
            member.secondsUntilCaughtUp();
            var views = member.bean(Views.class);
            var events = member.bean(EventLog.class).reader().head().next();
            var inPlace = new ArrayList<Double>();
            var beside = new ArrayList<Double>();
            for (var round = 0; round < settings.rounds(); round++) {
                var start = System.nanoTime();
                views.rebuild();
                member.secondsUntilCaughtUp();
                inPlace.add(events * 1e9 / (System.nanoTime() - start));
                beside.add(beside(views, events));
            }
            report.add("view: made of " + events + " events by its processor", "events/s", inPlace);
            report.add("view: made again beside itself, and compared", "events/s", beside);
        }
    }

    private static double beside(Views views, long events) {
        var start = System.nanoTime();
        var id = views.rebuildBeside(VIEW).id();
        while (!views.rebuildOf(VIEW, id).isOver()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("The view is not made again");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        var done = views.rebuildOf(VIEW, id);
        if (done.state() != State.SWITCHED || done.differing() > 0) {
            throw new IllegalStateException("It came out otherwise: " + done);
        }
        return events * 1e9 / (System.nanoTime() - start);
    }
}
