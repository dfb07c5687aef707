package io.samling.reporting.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.samling.reporting.figures.Answer;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on.
 *
 * @param known the position of each log; asked again with it, the answer is the same
 * @param knownAt the moment that was asked for
 * @param settled whether the same question is sure to get the same answer from now on
 * @param parked how many facts could not be read and do not count until they are repaired
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Basis(
        LocalDate asOf, String known, @Nullable Instant knownAt, boolean settled, int parked) {

    static Basis of(Answer answer) {
        return new Basis(
                answer.asOf(), answer.known(), answer.knownAt(), answer.settled(), answer.parked());
    }

    /** The same, with another answer that is known at the same positions. */
    Basis and(Answer other) {
        int parkedInAll = parked + other.parked();
        return new Basis(asOf, known, knownAt, settled && other.settled(), parkedInAll);
    }
}
