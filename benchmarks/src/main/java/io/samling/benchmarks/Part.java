package io.samling.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be measured. */
enum Part {
    LOG("append through Axon, beside raw inserts and the engine of Axon's extension"),
    LOADING("load aggregates of few and of many events"),
    RELAY("tell a log on Kafka, and all of it but the sending"),
    REBUILD("make the view of the figures anew, beside inserting its documents"),
    VIEW("make a view of a log, in its place and beside the running one"),
    HTTP("join over HTTP, beside an endpoint that does nothing"),
    WHOLE("all services: memory, from a write to a figure, restart");

    private final String about;

    Part(String about) {
        this.about = about;
    }

    /** The parts that an argument names. */
    static List<Part> of(String what) {
        return what.equals("all")
                ? List.of(values())
                : List.of(valueOf(what.toUpperCase(Locale.ROOT)));
    }

    static boolean isKnown(String what) {
        return what.equals("all")
                || Arrays.stream(values()).anyMatch(part -> part.name().equalsIgnoreCase(what));
    }

    String about() {
        return about;
    }

    /** Adds what it finds to a report. */
    void measure(Report report, Servers servers, Settings settings) {
        switch (this) {
            case LOG -> {
                LogBench.measure(report, servers, settings);
                CatchUpBench.measure(report, servers, settings);
            }
            case LOADING -> LoadingBench.measure(report, servers, settings);
            case RELAY -> TellingBench.measure(report, servers, settings);
            case REBUILD -> RebuildBench.measure(report, servers, settings);
            case VIEW -> ViewBench.measure(report, servers, settings);
            case HTTP -> HttpBench.measure(report, servers, settings);
            case WHOLE -> WholeBench.measure(report, servers, settings);
        }
    }
}
