package io.samling.reporting.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure over time.
 *
 * @param known the position of each log, the same for all points
 * @param knownAt the moment that was asked for
 * @param settled whether the same question is sure to get the same answer from now on
 * @param parked how many facts could not be read and do not count until they are repaired
 * @param points by day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Series(
        String figure,
        String definition,
        LocalDate from,
        LocalDate to,
        String known,
        @Nullable Instant knownAt,
        boolean settled,
        int parked,
        List<Point> points) {

    public Series {
        points = List.copyOf(points);
    }

    /**
     * The figure on one day.
     *
     * @param counted the figure's own fields, {@code value} first
     */
    public record Point(LocalDate asOf, @JsonUnwrapped Object counted) {}
}
