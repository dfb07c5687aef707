package io.samling.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** All of Samling together: memory, how soon a write is in a figure, and coming back from death. */
final class WholeBench {

    private static final int CALLERS = 32;
    private static final String LIST = "/api/members?limit=1&at-least=";

    private final Settings settings;
    private final Servers servers;
    private final Requests requests = new Requests();
    private final Joins joins = new Joins();

    private WholeBench(Settings settings, Servers servers) {
        this.settings = settings;
        this.servers = servers;
    }

    static void measure(Report report, Servers servers, Settings settings) {
        var bench = new WholeBench(settings, servers);
        try (var _ = bench.requests) {
            bench.into(report);
        }
    }

    private void into(Report report) {
        var member = start("member-service");
        try (var funding = start("funding-service");
                var reporting = start("reporting-service")) {
            pause(settings.round());
            var idle =
                    Resident.mib(servers.pid())
                            + member.residentMib()
                            + funding.residentMib()
                            + reporting.residentMib();
            report.atMost(1.3 * 1024, "all: resident, idle", "MiB", idle);
            var most = fullLoad(report, member);
            report.atMost(
                    10, "all: caught up after full load", "s", secondsUntilSeen(member, reporting));
            endToEnd(report, member, reporting, most / 2);
            report.add(
                    "all: caught up after half the load", "s", secondsUntilSeen(member, reporting));
            member = comeBack(report, member, reporting);
        } finally {
            member.close();
        }
    }

    private Service start(String name) {
        return Service.start(name, servers, settings, requests);
    }

    /** How many join per second at most, and what member-service holds meanwhile. */
    private double fullLoad(Report report, Service member) {
        var time = settings.round();
        Runnable join = () -> HttpBench.join(requests, member, joins);
        var rounds = new ArrayList<Double>();
        try (var resident = Highest.of(member::residentMib)) {
            Load.warmUp(() -> Load.perSecond(CALLERS, time, join));
            for (var round = 0; round < settings.rounds(); round++) {
                rounds.add(Load.perSecond(CALLERS, time, join));
            }
            var most = report.add("all: join to 201 with every service", "members/s", rounds);
            report.atMost(
                    350,
                    "all: member-service resident at full load, at most",
                    "MiB",
                    resident.soFar());
            return most;
        }
    }

    private void endToEnd(Report report, Service member, Service reporting, double perSecond) {
        var endToEnd = new EndToEnd(requests, member, reporting, joins);
        var _ = endToEnd.at(perSecond, settings.round()); // warm-up
        var half = new ArrayList<Double>();
        var nearlyAll = new ArrayList<Double>();
        var failed = 0L;
        for (var round = 0; round < settings.rounds(); round++) {
            var seen = endToEnd.at(perSecond, settings.round());
            half.add(seen.percentile(50));
            nearlyAll.add(seen.percentile(99));
            failed += seen.failed();
        }
        report.add("all: writes meanwhile", "members/s", perSecond);
        report.atMost(0, "all: writes that were not accepted", "", (double) failed);
        report.add("all: accepted to in a figure, median", "ms", half);
        var p99 = report.add("all: accepted to in a figure, 99 of 100", "ms", nearlyAll);
        report.atMost(250, "all: median of these", "ms", p99);
    }

    /** How long a new write takes to be in a figure and in the list of its own service. */
    private double secondsUntilSeen(Service member, Service reporting) {
        var endToEnd = new EndToEnd(requests, member, reporting, joins);
        var position = HttpBench.join(requests, member, joins);
        var millis =
                endToEnd.untilSeen(reporting.at(EndToEnd.FIGURE + position))
                        + endToEnd.untilSeen(member.at(LIST + position));
        return millis / 1e3;
    }

    private Service comeBack(Report report, Service member, Service reporting) {
        var again = member;
        var ready = new ArrayList<Double>();
        var goesOn = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            HttpBench.join(requests, again, joins);
            again.kill();
            var start = System.nanoTime();
            again = start("member-service");
            ready.add((System.nanoTime() - start) / 1e9);
            goesOn.add(secondsUntilSeen(again, reporting));
        }
        report.add("all: kill -9 to ready", "s", ready);
        report.add("all: ready until relay and views go on", "s", goesOn);
        report.atMost(2, "all: relay and views go on after", "s", Report.median(goesOn));
        return again;
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(TimeUnit.NANOSECONDS.convert(time));
    }
}
