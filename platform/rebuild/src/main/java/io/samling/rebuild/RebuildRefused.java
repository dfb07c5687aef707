package io.samling.rebuild;

import io.samling.kernel.Refusal;

/** Why the view is not rebuilt, or a rebuild not shown. */
public final class RebuildRefused extends Refusal {

    private RebuildRefused(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    static RebuildRefused runsAlready(int id) {
        return new RebuildRefused(
                Kind.CONFLICT,
                "rebuild-runs",
                "Rebuild " + id + " runs already; wait until it is done");
    }

    static RebuildRefused unknown(int id) {
        return new RebuildRefused(Kind.UNKNOWN, "unknown-rebuild", "There is no rebuild " + id);
    }
}
