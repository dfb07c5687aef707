package io.samling.reporting.grants;

import io.samling.eventfeed.Span;
import java.time.LocalDate;
import java.util.List;

/** Asks funding rows without a feed, for tests in other packages. */
public final class Grants {

    private Grants() {}

    /** What is in force, added up. */
    public static GrantTotals totals(FundingRows rows, String day, long known) {
        return rows.totals(Span.day(LocalDate.parse(day)), known);
    }

    /** What is in force. */
    public static List<InForce> list(FundingRows rows, String day, long known) {
        return rows.inForce(Span.day(LocalDate.parse(day)), known);
    }
}
