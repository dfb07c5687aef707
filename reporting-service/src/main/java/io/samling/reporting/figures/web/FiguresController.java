package io.samling.reporting.figures.web;

import io.samling.contracts.LogPositions;
import io.samling.reporting.figures.Answer;
import io.samling.reporting.figures.Asked;
import io.samling.reporting.figures.Definition;
import io.samling.reporting.figures.FigureRefused;
import io.samling.reporting.figures.Figures;
import io.samling.webedge.Paging;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/figures")
class FiguresController {

    private static final Set<String> OF_EVERY_FIGURE =
            Set.of("asOf", "knownAt", "known", "at-least");
    private static final Set<String> OF_A_LIST = Set.of("limit", "cursor");

    private final Figures figures;

    FiguresController(Figures figures) {
        this.figures = figures;
    }

    @GetMapping
    List<Definition> definitions() {
        return figures.definitions();
    }

    @GetMapping("/{figure}")
    Answer value(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable LogPositions known,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast,
            @RequestParam MultiValueMap<String, String> sent) {
        refuseOthers(figure, sent, Set.of());
        var asked = new Asked(asOf, knownAt, known, atLeast, sent.toSingleValueMap());
        return figures.value(figure, asked);
    }

    @GetMapping("/{figure}/list")
    Answer list(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable LogPositions known,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast,
            @Valid Paging paging,
            @RequestParam MultiValueMap<String, String> sent) {
        refuseOthers(figure, sent, OF_A_LIST);
        var asked = new Asked(asOf, knownAt, known, atLeast, sent.toSingleValueMap());
        return figures.list(figure, asked, paging.after(), paging.size());
    }

    private void refuseOthers(
            String figure, MultiValueMap<String, String> sent, Set<String> ofTheList) {
        var known = new TreeSet<>(OF_EVERY_FIGURE);
        known.addAll(ofTheList);
        known.addAll(figures.definition(figure).options().keySet());
        sent.forEach(
                (name, values) -> {
                    if (!known.contains(name)) {
                        throw FigureRefused.unknownParameter(known);
                    }
                    if (values.size() > 1) {
                        throw FigureRefused.repeatedParameter(name);
                    }
                });
    }
}
