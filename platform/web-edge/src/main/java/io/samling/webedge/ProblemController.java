package io.samling.webedge;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains the types of problems, at the very address that is the type. */
@RestController
class ProblemController {

    /** One type of problem. */
    record Explanation(String type, String title, int status, String remedy) {}

    private final Map<String, Explanation> byCode = new TreeMap<>();

    ProblemController(Collection<KnownProblems> features) {
        for (var feature : features) {
            feature.list().forEach(known -> byCode.put(known.code(), explain(known)));
        }
    }

    @GetMapping("/problems")
    Collection<Explanation> all() {
        return byCode.values();
    }

    @GetMapping("/problems/{code}")
    Explanation one(@PathVariable String code) {
        var known = byCode.get(code);
        if (known == null) {
            throw EdgeProblem.of(
                    HttpStatus.NOT_FOUND,
                    "unknown-path",
                    "No problem of this name is described; GET /problems lists them.");
        }
        return known;
    }

    private static Explanation explain(KnownProblem known) {
        return new Explanation(
                "/problems/" + known.code(),
                Sentences.title(known.code()),
                known.status(),
                known.remedy());
    }
}
