package io.samling.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure with all that it rests on.
 *
 * @param counted the figure's own fields, {@code value} first, or the rows behind it
 * @param known the position of each log; asked again with it, the answer is the same
 * @param knownAt the moment that was asked for
 * @param completeUntil nothing recorded until then is missing; absent where positions were asked
 *     for
 * @param settled whether the same question is sure to get the same answer from now on
 * @param parked how many facts of those it is counted from could not be read, or wait for one that
 *     could not, and do not count until they are repaired
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        String figure,
        String definition,
        LocalDate asOf,
        @JsonUnwrapped Object counted,
        String known,
        @Nullable Instant knownAt,
        @Nullable Instant completeUntil,
        boolean settled,
        int parked) {}
