package io.samling.benchmarks;

import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.member.headcount.HeadcountCommand.ReportHeadcount;
import io.samling.member.headcount.HeadcountsId;
import io.samling.member.headcount.Measure;
import io.samling.member.headcount.Reading;
import io.samling.member.headcount.ReadingId;
import io.samling.member.headcount.Scope;
import io.samling.member.headcount.Source;
import io.samling.member.membership.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What it costs to load an aggregate of many events, and one of few. */
final class LoadingBench {

    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int AT_ONCE = 200;
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private final InsideMember member;
    private final Settings settings;
    private final Joins joins = new Joins();

    private LoadingBench(InsideMember member, Settings settings) {
        this.member = member;
        this.settings = settings;
    }

    static void measure(Report report, Servers servers, Settings settings) {
        try (var member = InsideMember.start(servers, settings.data())) {
            new LoadingBench(member, settings).into(report);
        }
    }

    private void into(Report report) {
        member.stopProcessors();
        var few = withEvents(FEW, FEW);
        var many = withEvents(MANY, FEW);
        var wide = withEvents(MANY, MANY);
        for (var each : List.of(few, many, wide)) {
            loadings(each); // asks for a snapshot where there are so many, and warms up
        }
        var ofFew = new ArrayList<Double>();
        var ofMany = new ArrayList<Double>();
        var ofWide = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            ofFew.add(loadings(few));
            ofMany.add(loadings(many));
            ofWide.add(loadings(wide));
        }
        var quick = report.add("loading: 100 events, of 100 readings", "ms", ofFew);
        var slow = report.add("loading: 10,000 events, of 100 readings", "ms", ofMany);
        report.add("loading: 10,000 events, of 10,000 readings", "ms", ofWide);
        report.atMost(2, "loading: 10,000 / 100 events, of 100 readings", "", slow / quick);
    }

    /** A member with so many readings, corrected in turn until there are so many events. */
    private MemberId withEvents(int count, int readings) {
        var joined = joins.command();
        member.send(joined);
        var events = new ArrayList<NewEvent>();
        for (var n = 0; n < count; n++) {
            events.add(event(joined.memberId(), n, n % readings, n / readings));
            if (events.size() == AT_ONCE || n == count - 1) {
                member.bean(EventLog.class).append(events, List.of(), null);
                events.clear();
            }
        }
        return joined.memberId();
    }

    private static NewEvent event(MemberId member, int n, int reading, int corrections) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                new HeadcountsId(member).toString(),
                n,
                "Headcounts",
                corrections == 0 ? "headcount.reported" : "headcount.corrected",
                null,
                Instant.EPOCH,
                null,
                payload(member, reading, corrections),
                "{}");
    }

    private static String payload(MemberId member, int reading, int corrections) {
        var subject =
                "{\"memberId\":\"%s\",\"readingId\":\"%s\",".formatted(member.text(), id(reading));
        return corrections == 0
                ? subject + "\"reading\":" + counted(reading, 0) + "}"
                : subject
                        + "\"before\":"
                        + counted(reading, corrections - 1)
                        + ",\"after\":"
                        + counted(reading, corrections)
                        + "}";
    }

    private static String counted(int reading, int corrections) {
        return """
               {"measure":"HEADCOUNT","scope":"SITE","asOf":"%s","value":%d,"source":"MEMBER"}\
               """
                .formatted(DAY.plusDays(reading), corrections);
    }

    private static UUID id(int n) {
        return UUID.nameUUIDFromBytes(("reading " + n).getBytes(StandardCharsets.UTF_8));
    }

    /** The median of repeating a reading that is there: it is loaded, and nothing is stored. */
    private double loadings(MemberId loaded) {
        var reading = new Reading(Measure.HEADCOUNT, Scope.SITE, DAY, 0, Source.MEMBER);
        var command = new ReportHeadcount(new HeadcountsId(loaded), new ReadingId(id(0)), reading);
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
