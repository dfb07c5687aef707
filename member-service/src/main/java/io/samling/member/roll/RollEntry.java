package io.samling.member.roll;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as it is shown.
 *
 * @param organisationsnummer ten digits
 * @param municipality SCB's code
 * @param periods those that were not annulled, in order
 * @param readings in the order in which they were reported
 * @param version of the membership: the number of its events less one
 */
public record RollEntry(
        String id,
        String organisationsnummer,
        String name,
        String kind,
        String municipality,
        boolean demo,
        List<RollPeriod> periods,
        List<RollReading> readings,
        long version) {

    /**
     * An unbroken stretch of membership; both its days belong to it.
     *
     * @param lastDay absent while it goes on
     * @param mergedInto the absorbing member, where it ended by a merger
     */
    public record RollPeriod(
            int number,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String reason,
            @Nullable String mergedInto) {

        boolean covers(LocalDate day) {
            return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    /**
     * A reading as it is known now, and what it said before it was corrected.
     *
     * @param value persons for {@code HEADCOUNT}, hundredths for the other measures
     */
    public record RollReading(
            String id,
            String measure,
            String scope,
            LocalDate asOf,
            long value,
            String source,
            List<Earlier> earlier) {

        /** What a reading said before. */
        public record Earlier(
                String measure, String scope, LocalDate asOf, long value, String source) {}
    }

    /** Whether it is a member on a day. */
    public boolean countsOn(LocalDate day) {
        return periods.stream().anyMatch(period -> period.covers(day));
    }
}
