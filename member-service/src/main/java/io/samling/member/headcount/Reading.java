package io.samling.member.headcount;

import java.time.LocalDate;

/**
 * How many work there, as somebody counted.
 *
 * @param asOf the day it was counted for
 * @param value persons for a headcount, hundredths for the other measures
 */
public record Reading(Measure measure, Scope scope, LocalDate asOf, long value, Source source) {

    /** More persons than work anywhere in one group; in hundredths, the same for the others. */
    private static final long LIMIT = 10_000_000;

    public Reading {
        long limit = measure == Measure.HEADCOUNT ? LIMIT : 100 * LIMIT;
        if (value < 0 || value >= limit) {
            throw new IllegalArgumentException(
                    "A "
                            + measure
                            + " is at least 0 and below "
                            + limit
                            + (measure == Measure.HEADCOUNT ? "" : ", in hundredths"));
        }
    }
}
