package io.samling.member.membership;

import java.time.LocalDate;

/** A day that something counts from or until, long ago or in days to come, but no typing error. */
public final class CountingDay {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private CountingDay() {}

    /**
     * The day itself.
     *
     * @throws IllegalArgumentException with a sentence a user may read, where nobody can mean it
     */
    public static LocalDate of(LocalDate day) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw new IllegalArgumentException(
                    "A day lies between the years " + EARLIEST_YEAR + " and " + LATEST_YEAR);
        }
        return day;
    }
}
