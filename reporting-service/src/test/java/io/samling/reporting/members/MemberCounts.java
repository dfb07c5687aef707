package io.samling.reporting.members;

/** Asks member rows without a feed, for tests in other packages. */
public final class MemberCounts {

    private MemberCounts() {}

    /** How many are members. */
    public static int members(MemberRows rows, int day, long known) {
        return rows.members(day, known);
    }

    /** How many work there. */
    public static Employees employees(MemberRows rows, int day, long known) {
        return rows.employees(day, known, "HEADCOUNT", "SITE");
    }

    /** How long the lists behind both are, and what the second one adds up to. */
    public static long[] lists(MemberRows rows, int day, long known) {
        var workplaces = rows.workplaces(day, known, "HEADCOUNT", "SITE", null, 1000);
        return new long[] {
            rows.members(day, known, null, 1000).size(),
            workplaces.size(),
            workplaces.stream().mapToLong(Workplace::value).sum()
        };
    }
}
