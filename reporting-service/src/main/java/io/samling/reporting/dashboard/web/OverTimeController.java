package io.samling.reporting.dashboard.web;

import io.samling.contracts.LogPositions;
import io.samling.reporting.dashboard.OverTime;
import io.samling.reporting.dashboard.Series;
import io.samling.reporting.figures.Asked;
import io.samling.reporting.figures.FigureRefused;
import io.samling.reporting.figures.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OverTimeController {

    private static final Set<String> OF_EVERY_FIGURE =
            Set.of("from", "to", "points", "knownAt", "known", "at-least");

    private static final String USUAL_POINTS = "100";

    private final Figures figures;
    private final OverTime overTime;

    OverTimeController(Figures figures, OverTime overTime) {
        this.figures = figures;
        this.overTime = overTime;
    }

    /** A figure on days spread evenly over a span. */
    @GetMapping("/api/figures/{figure}/over-time")
    Series overTime(
            @PathVariable String figure,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = USUAL_POINTS) int points,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable LogPositions known,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast,
            @RequestParam MultiValueMap<String, String> sent) {
        refuseOthers(figure, sent);
        var asked = new Asked(null, knownAt, known, atLeast, sent.toSingleValueMap());
        return overTime.series(figure, from, to, points, asked);
    }

    private void refuseOthers(String figure, MultiValueMap<String, String> sent) {
        var known = new TreeSet<>(OF_EVERY_FIGURE);
        known.addAll(figures.definition(figure).options().keySet());
        if (!known.containsAll(sent.keySet())) {
            throw FigureRefused.unknownParameter(known);
        }
        sent.forEach(
                (name, values) -> {
                    if (values.size() > 1) {
                        throw FigureRefused.repeatedParameter(name);
                    }
                });
    }
}
