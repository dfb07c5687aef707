package io.samling.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/** How many members a second join over HTTP, beside an endpoint that does nothing. */
final class HttpBench {

    private static final int CONNECTIONS = 32;

    /** It explains a type of problem: all of the edge, and nothing behind it. */
    private static final String EMPTY = "/problems/body-too-large";

    /** What the fastest of the usual member databases creates per second on a like machine. */
    private static final double DOLIBARR = 97;

    private final Settings settings;
    private final Joins joins = new Joins();

    private HttpBench(Settings settings) {
        this.settings = settings;
    }

    static void measure(Report report, Servers servers, Settings settings) {
        new HttpBench(settings).into(report, servers);
    }

    private void into(Report report, Servers servers) {
        double append;
        try (var member = InsideMember.start(servers, settings.data())) {
            DoubleSupplier once = () -> append(member);
            Load.warmUp(once);
            append =
                    report.add(
                            "http: a, append without HTTP, relay and views running",
                            "commits/s",
                            rounds(once));
        }
        try (var requests = new Requests();
                var member = Service.start("member-service", servers, settings, requests)) {
            DoubleSupplier empty = () -> empty(requests, member);
            DoubleSupplier join = () -> join(requests, member);
            Load.warmUp(empty);
            Load.warmUp(join);
            var nothing =
                    report.add(
                            "http: e, an endpoint that does nothing", "answers/s", rounds(empty));
            var joined = report.add("http: join to 201", "members/s", rounds(join));
            var possible = 1 / (1 / nothing + 1 / append);
            report.add("http: 1/(1/e + 1/a)", "members/s", possible);
            report.atLeast(0.7, "http: join / that", "", joined / possible);
            report.atLeast(25 * DOLIBARR, "http: 25 times Dolibarr", "members/s", joined);
        }
    }

    private List<Double> rounds(DoubleSupplier measurement) {
        var rounds = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            rounds.add(measurement.getAsDouble());
        }
        return rounds;
    }

    private double append(InsideMember member) {
        return Load.perSecond(CONNECTIONS, settings.round(), () -> member.send(joins.command()));
    }

    private double empty(Requests requests, Service member) {
        return Load.perSecond(CONNECTIONS, settings.round(), () -> requests.get(member.at(EMPTY)));
    }

    private double join(Requests requests, Service member) {
        return Load.perSecond(CONNECTIONS, settings.round(), () -> join(requests, member, joins));
    }

    static String join(Requests requests, Service member, Joins joins) {
        return requests.put(member.at("/api/members/" + UUID.randomUUID()), joins.json());
    }
}
