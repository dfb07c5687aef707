package io.samling.benchmarks;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast reporting-service makes its view anew, beside inserting the documents it consists of.
 */
final class RebuildBench {

    private static final int CALLERS = 16;

    /** With its joining, ten facts of a member. */
    private static final int READINGS = 9;

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Requests requests;
    private final Service reporting;
    private final MongoDatabase database;
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Double> resident = new ArrayList<>();

    private RebuildBench(Requests requests, Service reporting, MongoDatabase database) {
        this.requests = requests;
        this.reporting = reporting;
        this.database = database;
    }

    static void measure(Report report, Servers servers, Settings settings) {
        var facts = fill(servers, settings);
        try (var client = MongoClients.create(servers.mongodb());
                var requests = new Requests();
                var _ = Service.start("funding-service", servers, settings, requests);
                var reporting = Service.start("reporting-service", servers, settings, requests)) {
            var database = client.getDatabase("samling_reporting");
            new RebuildBench(requests, reporting, database).into(report, settings, facts);
        }
    }

    /** Fills the topics: a log is told by its own relay. Returns how many facts there are. */
    private static long fill(Servers servers, Settings settings) {
        try (var member = InsideMember.start(servers, settings.data())) {
            member.stopProcessors();
            var histories = new Histories(member);
            var time = settings.round().multipliedBy(2);
            Load.perSecond(CALLERS, time, () -> histories.withEvents(READINGS, READINGS));
            return member.tellAll();
        }
    }

    private void into(Report report, Settings settings, long facts) {
        await("view", () -> database.getCollection("facts").countDocuments() >= facts);
        rebuild(); // warm-up
        var rebuilt = new ArrayList<Double>();
        var whole = new ArrayList<Double>();
        var inserted = new ArrayList<Double>();
        for (var round = 0; round < settings.rounds(); round++) {
            var start = System.nanoTime();
            var done = rebuild();
            whole.add((System.nanoTime() - start) / 1e9);
            rebuilt.add(done.get("perSecond").asDouble());
            var copied = new CopiedDocuments(database, done.get("id").asInt());
            inserted.add(facts / copied.seconds());
        }
        var of = "rebuild: kept and derived, of " + facts;
        var perSecond = report.add(of, "facts/s", rebuilt);
        var possible =
                report.add("rebuild: unordered inserts of the same documents", "facts/s", inserted);
        report.atLeast(0.5, "rebuild: share", "", perSecond / possible);
        report.add("rebuild: until the new view answers, compared", "s", whole);
        report.add("rebuild: reporting-service resident meanwhile", "MiB", resident);
    }

    /** Has the view rebuilt, looks at the memory meanwhile, and tells what came of it. */
    private JsonNode rebuild() {
        var begun = json.readTree(requests.post(reporting.at("/api/feed/rebuilds"), 202));
        var address = reporting.at("/api/feed/rebuilds/" + begun.get("id").asInt());
        var most = new double[1];
        await(
                "rebuild",
                () -> {
                    most[0] = Math.max(most[0], reporting.residentMib());
                    return json.readTree(requests.get(address)).get("over").asBoolean();
                });
        var done = json.readTree(requests.get(address));
        if (!done.get("state").asString().equals("SWITCHED") || done.get("differing").asInt() > 0) {
            throw new IllegalStateException("It was not rebuilt as it was: " + done);
        }
        resident.add(most[0]);
        return done;
    }

    private static void await(String what, BooleanSupplier done) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The " + what + " does not get ready");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
