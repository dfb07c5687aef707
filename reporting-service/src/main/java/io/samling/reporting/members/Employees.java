package io.samling.reporting.members;

/**
 * How many work at the members.
 *
 * @param value the sum, in persons, or hundredths for other measures than headcount
 * @param members how many members there are
 * @param missing how many of them have no such reading
 */
public record Employees(long value, int members, int missing) {}
