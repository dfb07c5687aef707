package io.samling.benchmarks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.samling.eventstore.config.EventStoreProperties;
import io.samling.member.headcount.HeadcountCommand.ReportHeadcount;
import io.samling.member.headcount.HeadcountsId;
import io.samling.member.headcount.Measure;
import io.samling.member.headcount.Reading;
import io.samling.member.headcount.ReadingId;
import io.samling.member.headcount.Scope;
import io.samling.member.headcount.Source;
import io.samling.member.membership.MemberId;
import java.util.ArrayList;
import java.util.List;

/** What it costs to load an aggregate of many events, and one of few. */
final class LoadingBench {

    private static final int FEW = 100;
    private static final int MANY = 10_000;

    private final InsideMember member;
    private final Settings settings;
    private final Histories histories;

    private LoadingBench(InsideMember member, Settings settings) {
        this.member = member;
        this.settings = settings;
        this.histories = new Histories(member);
    }

    static void measure(Report report, Servers servers, Settings settings) {
        try (var member = InsideMember.start(servers, settings.data())) {
            new LoadingBench(member, settings).into(report);
        }
    }

    private void into(Report report) {
        member.stopProcessors();
        var few = histories.withSingleEvents(FEW, FEW);
        var many = histories.withEvents(MANY, FEW);
        var worst = histories.withEvents(MANY, FEW);
        var wide = histories.withEvents(MANY, MANY);
        for (var each : List.of(few, many, worst, wide)) {
            loadings(each); // asks for a snapshot where there are so many, and warms up
        }
        var further = goOnAsFarAsPossible(worst);
        loadings(worst);
        var ofFew = new ArrayList<Double>();
        var ofMany = new ArrayList<Double>();
        var ofWorst = new ArrayList<Double>();
        var ofWide = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            ofFew.add(loadings(few));
            ofMany.add(loadings(many));
            ofWorst.add(loadings(worst));
            ofWide.add(loadings(wide));
        }
        if (!hasFirstSnapshot(worst)) {
            throw new IllegalStateException("What should be far from a snapshot has a new one");
        }
        var quick = report.add("loading: 100 events, of 100 readings", "ms", ofFew);
        var slow = report.add("loading: 10,000 events, of 100 readings", "ms", ofMany);
        var slowest =
                report.add("loading: 10,000 and " + further + " after the snapshot", "ms", ofWorst);
        report.add("loading: 10,000 events, of 10,000 readings", "ms", ofWide);
        report.atMost(2, "loading: 10,000 / 100 events, of 100 readings", "", slow / quick);
        report.atMost(2, "loading: 10,000 and " + further + " / 100 events", "", slowest / quick);
    }

    /** With one more the next snapshot would be made: the one that is loaded counts too. */
    private int goOnAsFarAsPossible(MemberId of) {
        InsideMember.await(() -> hasFirstSnapshot(of));
        var every = member.bean(EventStoreProperties.class).eventStore().snapshotEvery();
        var further = every - 2;
        histories.goOnSingly(of, MANY, MANY + further, FEW);
        return further;
    }

    /** The one of all that was remembered at once; one that is made later takes its place. */
    private boolean hasFirstSnapshot(MemberId of) {
        var first = and(eq("stream", new HeadcountsId(of).toString()), eq("seq", MANY - 1L));
        return member.database().getCollection("snapshots").countDocuments(first) > 0;
    }

    /** The median of repeating a reading that is there: it is loaded, and nothing is stored. */
    private double loadings(MemberId loaded) {
        var reading = new Reading(Measure.HEADCOUNT, Scope.SITE, Histories.DAY, 0, Source.MEMBER);
        var command =
                new ReportHeadcount(
                        new HeadcountsId(loaded), new ReadingId(Histories.id(0)), reading);
        var millis = new ArrayList<Double>();
        var end = System.nanoTime() + settings.round().toNanos() / 2;
        while (System.nanoTime() < end || millis.isEmpty()) {
            var start = System.nanoTime();
            member.send(command);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return Report.median(millis);
    }
}
