package io.samling.eventfeed;

import io.samling.contracts.LogPositions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was known at one moment: a position in each log. The same positions name the same knowledge
 * for ever.
 *
 * @param known the positions
 * @param at the moment asked for, where it was asked for by time
 * @param settled whether the question, asked again in the same words, is sure to name the same
 *     positions
 */
public record Moment(LogPositions known, @Nullable Instant at, boolean settled) {}
