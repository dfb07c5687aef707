package io.samling.reporting.dashboard;

import io.samling.kernel.Refusal;

/** A question that the page's interface does not answer. */
public final class DashboardRefused extends Refusal {

    private DashboardRefused(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    static DashboardRefused backwards() {
        return new DashboardRefused(
                Kind.MALFORMED, "malformed-parameter", "from is a day not after to");
    }

    static DashboardRefused tooManyPoints(int most) {
        return new DashboardRefused(
                Kind.MALFORMED, "malformed-parameter", "points is a number from 2 to " + most);
    }

    /** A day, a moment or a number that cannot be read. */
    public static DashboardRefused unreadable(String parameter, String example) {
        return new DashboardRefused(
                Kind.MALFORMED, "malformed-parameter", parameter + " looks like " + example);
    }
}
