package io.samling.reporting.members;

import java.time.LocalDate;

/**
 * A member's reading, as the list behind the sum shows it.
 *
 * @param asOf the day it was counted for
 */
public record Workplace(String memberId, long value, LocalDate asOf, String source) {}
