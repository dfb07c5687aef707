package io.samling.eventstore.config;

import io.samling.contracts.LogPosition;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.Recount;
import io.samling.eventstore.Recount.Expected;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the figures that are answered somewhere with a recount of the log, at the position up to
 * which they are known there.
 */
final class FigureComparison {

    private static final int DAYS = 12;
    private static final int DIFFERENCES = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI reporting;
    private final LogPosition known;
    private final Recount.Counting recount;
    private final List<String> differences = new ArrayList<>();
    private int compared;
    private boolean countable = true;

    private FigureComparison(URI reporting, LogPosition known, Recount.Counting recount) {
        this.reporting = reporting;
        this.known = known;
        this.recount = recount;
    }

    /**
     * Begins to compare with what is known somewhere now.
     *
     * @throws IOException where nobody answers, or figures are counted from another log
     */
    static FigureComparison with(URI reporting, LogIdentity log, Recount recount)
            throws IOException {
        var known = new FigureComparison(reporting, log.at(-1), recount.begin()).knownOf(log);
        return new FigureComparison(reporting, known, recount.begin());
    }

    private LogPosition knownOf(LogIdentity log) throws IOException {
        for (var standing : get("/api/feed")) {
            var text = standing.path("known").asString("");
            if (standing.path("service").asString("").equals(log.service()) && !text.isEmpty()) {
                var position = LogPosition.parse(text);
                if (!position.logId().equals(log.logId())) {
                    throw new IOException(
                            "it counts the log %s and this is %s"
                                    .formatted(position.logId(), log.logId()));
                }
                return position;
            }
        }
        throw new IOException("it knows nothing of " + log.service());
    }

    /**
     * Takes the next event of the log; those that are not known there yet are left aside. A log
     * with a gap may not be one that can be counted.
     */
    void add(long position, Object event) {
        if (position > known.position() || !countable) {
            return;
        }
        try {
            recount.add(event);
        } catch (RuntimeException afterGap) {
            countable = false;
            differences.add(
                    "The event at %d cannot be counted after those before it (%s)"
                            .formatted(position, afterGap.getClass().getSimpleName()));
        }
    }

    /**
     * Asks for all figures on some days.
     *
     * @throws IOException where one is not answered; those before are compared
     */
    void compare() throws IOException {
        for (var day : countable ? someDays() : List.<LocalDate>of()) {
            for (var expected : recount.on(day)) {
                compare(day, expected);
            }
        }
    }

    /** How many figures were compared. */
    int compared() {
        return compared;
    }

    /** Where they differ, a sentence each. */
    List<String> differences() {
        return differences;
    }

    /** What was done, for people. */
    String summary() {
        return "%d figures at %s compared with %s, %d differ"
                .formatted(compared, known, reporting, differences.size());
    }

    /** The first and the last day of all, the day before the first, and some between. */
    private List<LocalDate> someDays() {
        var all = List.copyOf(recount.days());
        var some = new TreeSet<LocalDate>();
        for (int i = 0; i < DAYS && !all.isEmpty(); i++) {
            some.add(all.get((int) ((all.size() - 1L) * i / (DAYS - 1))));
        }
        if (!some.isEmpty()) {
            some.add(some.getFirst().minusDays(1));
        }
        return List.copyOf(some);
    }

    private void compare(LocalDate day, Expected expected) throws IOException {
        var mark = expected.figure().contains("?") ? "&" : "?";
        var path = "/api/figures/" + expected.figure() + mark + "asOf=" + day + "&known=" + known;
        var said = said(path, expected);
        var counted = new TreeMap<String, Object>(expected.values());
        compared++;
        var names = new TreeSet<>(said.keySet());
        names.addAll(counted.keySet());
        for (var name : names) {
            var here = String.valueOf(counted.get(name));
            var there = String.valueOf(said.get(name));
            if (!Objects.equals(here, there) && differences.size() < DIFFERENCES) {
                differences.add(
                        "%s on %s: %s is %s by the log and %s by the figure"
                                .formatted(expected.figure(), day, name, here, there));
            }
        }
    }

    private SortedMap<String, Object> said(String path, Expected expected) throws IOException {
        try {
            return new TreeMap<>(expected.said().apply(get(path)));
        } catch (RuntimeException anotherShape) {
            throw new IOException(path + " is answered with something else", anotherShape);
        }
    }

    private JsonNode get(String path) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(reporting + path))
                        .timeout(Duration.ofSeconds(30))
                        .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " is answered with " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", hurried);
        }
    }
}
