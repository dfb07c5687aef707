package io.samling.funding.projects;

import io.samling.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * When something runs, as precisely as it is known; what is not known is null.
 *
 * @param from counts from the first day of its period
 * @param until counts until the last day of its period
 */
public record Period(@Nullable PartialDate from, @Nullable PartialDate until) {

    /** Whether it could have run at all: its end may not lie before its beginning. */
    boolean isPossible() {
        return from == null || until == null || !until.lastDay().isBefore(from.firstDay());
    }
}
