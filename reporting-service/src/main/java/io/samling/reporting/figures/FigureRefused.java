package io.samling.reporting.figures;

import io.samling.kernel.Refusal;
import java.util.Collection;
import java.util.List;

/** A question that no figure answers. */
public final class FigureRefused extends Refusal {

    private FigureRefused(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    static FigureRefused unknown(Collection<String> figures) {
        return new FigureRefused(
                Kind.UNKNOWN,
                "unknown-figure",
                "There is no such figure: ask for one of " + String.join(", ", figures));
    }

    /** A parameter that the figure does not take: a mistyped one must not be ignored. */
    public static FigureRefused unknownParameter(Collection<String> known) {
        return new FigureRefused(
                Kind.MALFORMED,
                "unknown-parameter",
                "A parameter is not one of this figure's: " + String.join(", ", known));
    }

    /** A parameter that was sent more than once. */
    public static FigureRefused repeatedParameter(String name) {
        return new FigureRefused(
                Kind.MALFORMED, "repeated-parameter", "The parameter " + name + " is sent twice");
    }

    static FigureRefused noSuchChoice(String option, List<String> choices) {
        return new FigureRefused(
                Kind.MALFORMED,
                "malformed-parameter",
                option + " is one of " + String.join(", ", choices));
    }

    static FigureRefused dayOutOfRange() {
        return new FigureRefused(
                Kind.MALFORMED, "malformed-parameter", "asOf is a day from 1800 to 2999");
    }

    static FigureRefused knownTwice() {
        return new FigureRefused(
                Kind.MALFORMED,
                "known-twice",
                "Ask by knownAt or by known, not by both: each names what was known");
    }

    static FigureRefused knownAtInTheFuture() {
        return new FigureRefused(
                Kind.FORBIDDEN_BY_RULE,
                "known-at-in-the-future",
                "Nobody knows yet what will be known then: ask for a knownAt that has passed");
    }

    static FigureRefused knownIncomplete(String service) {
        return new FigureRefused(
                Kind.MALFORMED,
                "known-incomplete",
                "This figure is counted from the log of " + service + ", which known leaves out");
    }

    static FigureRefused unknownLog(String service, Collection<String> services) {
        return new FigureRefused(
                Kind.MALFORMED,
                "unknown-log",
                "No log of "
                        + service
                        + " is followed here, only of "
                        + String.join(", ", services));
    }
}
