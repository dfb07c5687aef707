package io.samling.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** All of Samling together: memory, how soon a write is in a figure, and coming back from death. */
final class WholeBench {

    private static final int CALLERS = 32;

    /** One write of so many is asked for in a figure. */
    private static final int ASKED = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FIGURE = "/api/figures/members?at-least=";
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
            var most = mostPerSecond(member);
            report.add("all: join to 201 with every service", "members/s", most);
            report.atMost(
                    350, "all: member-service resident at full load", "MiB", member.residentMib());
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

    private double mostPerSecond(Service member) {
        var time = settings.round();
        Runnable join = () -> HttpBench.join(requests, member, joins);
        Load.perSecond(CALLERS, time, join); // warm-up
        var rounds = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            rounds.add(Load.perSecond(CALLERS, time, join));
        }
        return Report.median(rounds);
    }

    private void endToEnd(Report report, Service member, Service reporting, double perSecond) {
        openLoop(member, reporting, perSecond, settings.round());
        var millis = openLoop(member, reporting, perSecond, settings.round().multipliedBy(3));
        var sorted = millis.stream().sorted().toList();
        report.add("all: writes meanwhile", "members/s", perSecond);
        report.add("all: accepted to in a figure, median", "ms", Report.median(sorted));
        report.atMost(
                250,
                "all: accepted to in a figure, p99 of " + sorted.size(),
                "ms",
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)));
    }

    /** Writes at a rate whatever the answers do, and asks for some of them in a figure. */
    private List<Double> openLoop(
            Service member, Service reporting, double perSecond, Duration time) {
        var millis = new ConcurrentLinkedQueue<Double>();
        var between = (long) (1e9 / perSecond);
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0L; n * between < time.toNanos(); n++) {
                LockSupport.parkNanos(start + n * between - System.nanoTime());
                var asked = n % ASKED == 0;
                threads.execute(
                        () -> {
                            var position = HttpBench.join(requests, member, joins);
                            if (asked) {
                                var accepted = System.nanoTime();
                                seen(reporting.at(FIGURE + position));
                                millis.add((System.nanoTime() - accepted) / 1e6);
                            }
                        });
            }
        }
        return List.copyOf(millis);
    }

    /** How long a new write takes to be in a figure and in the list of its own service. */
    private double secondsUntilSeen(Service member, Service reporting) {
        var start = System.nanoTime();
        var position = HttpBench.join(requests, member, joins);
        seen(reporting.at(FIGURE + position));
        seen(member.at(LIST + position));
        return (System.nanoTime() - start) / 1e9;
    }

    /** Asks again where the answer is that it is not known yet. */
    private void seen(String address) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!requests.answers(address)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("A write is not seen at " + address);
            }
            pause(Duration.ofMillis(10));
        }
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
