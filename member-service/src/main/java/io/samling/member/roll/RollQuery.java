package io.samling.member.roll;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which members to show; what is absent does not matter.
 *
 * @param asOf members on this day
 * @param municipality SCB's code
 * @param text the beginning of a name, or an organisation number
 * @param after the place after which the list goes on
 */
public record RollQuery(
        @Nullable LocalDate asOf,
        @Nullable String municipality,
        @Nullable String text,
        @Nullable String after) {}
