package io.samling.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many commands a second are decided and stored. */
final class LogBench {

    private static final List<Integer> CALLERS = List.of(1, 8, 32);
    private static final int MOST = 32;
    private static final int RAW_DOCUMENTS = 8000;
    private static final String RAW = "log: raw ordered inserts in batches of ";

    private final InsideMember member;
    private final Settings settings;
    private final Joins joins = new Joins();
    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    private LogBench(InsideMember member, Settings settings) {
        this.member = member;
        this.settings = settings;
    }

    static void measure(Report report, Servers servers, Settings settings) {
        try (var member = InsideMember.start(servers, settings.data())) {
            new LogBench(member, settings).into(report);
        }
    }

    private void into(Report report) {
        member.stopProcessors();
        var database = member.database();
        Load.warmUp(() -> append(MOST, settings.round()));
        try (var raw = new RawInserts(database, RAW_DOCUMENTS);
                var other = new AxonMongo(member)) {
            Load.warmUp(() -> raw.perSecond(MOST, settings.round().dividedBy(2)));
            Load.warmUp(() -> otherEngine(other, MOST, settings.round()));
            for (var round = 0; round < settings.rounds(); round++) {
                for (var callers : CALLERS) {
                    note("samling " + callers, append(callers, settings.round()));
                    note("axon-mongo " + callers, otherEngine(other, callers, settings.round()));
                }
                note("raw " + MOST, raw.perSecond(MOST, settings.round().dividedBy(2)));
                note("raw 500", raw.perSecond(500, settings.round().dividedBy(2)));
            }
        }
        withProcessors();
        tell(report);
    }

    private double append(int callers, Duration time) {
        return Load.perSecond(callers, time, () -> member.send(joins.command()));
    }

    private double otherEngine(AxonMongo engine, int callers, Duration time) {
        return Load.perSecond(callers, time, () -> engine.send(joins.command()));
    }

    private void withProcessors() {
        member.startProcessors();
        member.secondsUntilCaughtUp();
        Load.warmUp(() -> append(MOST, settings.round()));
        member.secondsUntilCaughtUp();
        for (var round = 0; round < settings.rounds(); round++) {
            note("running", append(MOST, settings.round()));
            note("lag", member.secondsUntilCaughtUp());
        }
    }

    private void note(String what, double value) {
        rounds.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
    }

    private double line(Report report, String what, String unit, String key) {
        return report.add(what, unit, rounds.getOrDefault(key, List.of()));
    }

    private void tell(Report report) {
        var ours = 0.0;
        var theirs = 0.0;
        for (var callers : CALLERS) {
            var by = ", callers: " + callers;
            ours = line(report, "log: append through Axon" + by, "commits/s", "samling " + callers);
            theirs =
                    line(
                            report,
                            "log: Axon's Mongo engine" + by,
                            "commits/s",
                            "axon-mongo " + callers);
        }
        var raw = line(report, RAW + MOST, "commits/s", "raw " + MOST);
        var large = line(report, RAW + "500", "commits/s", "raw 500");
        var running = line(report, "log: append while relay and views run", "commits/s", "running");
        var lag = line(report, "log: until they have caught up after that", "s", "lag");
        report.atLeast(0.5, "log: append / raw in batches of " + MOST, "", ours / raw);
        report.add("log: append / raw in batches of 500", "", ours / large);
        report.atLeast(
                0.25, "log: append while they run / raw in batches of " + MOST, "", running / raw);
        report.add("log: append while they run / raw in batches of 500", "", running / large);
        report.atLeast(3, "log: append / Axon's Mongo engine", "", ours / theirs);
        report.atMost(10, "log: caught up after", "s", lag);
    }
}
