package io.samling.reporting.figures;

import io.samling.contracts.LogPositions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a figure, as it was sent.
 *
 * @param asOf the day; today where it is absent
 * @param knownAt as known at this moment
 * @param known as known at these positions; not together with knownAt
 * @param atLeast to be known before it is answered
 * @param options whatever else was sent
 */
public record Asked(
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt,
        @Nullable LogPositions known,
        @Nullable LogPositions atLeast,
        Map<String, String> options) {}
