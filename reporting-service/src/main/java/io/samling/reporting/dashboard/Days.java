package io.samling.reporting.dashboard;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Days of a span that a person would choose: each, or Mondays, or firsts of months or years. */
public final class Days {

    private static final int ENOUGH = 160;
    private static final Period WEEK = Period.ofWeeks(1);

    private Days() {}

    /** The first and the last day of a span, and of those between as many as a chart can show. */
    public static List<LocalDate> between(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw DashboardRefused.backwards();
        }
        return Stream.of(
                        days(from, from, to, Period.ofDays(1)),
                        days(from.minusDays(from.getDayOfWeek().getValue() - 1L), from, to, WEEK),
                        days(from.withDayOfMonth(1), from, to, Period.ofMonths(1)),
                        days(from.withDayOfYear(1), from, to, Period.ofMonths(3)))
                .filter(days -> days.size() <= ENOUGH)
                .findFirst()
                .orElseGet(() -> days(from.withDayOfYear(1), from, to, years(from, to)))
                .stream()
                .toList();
    }

    private static Period years(LocalDate from, LocalDate to) {
        return Period.ofYears((to.getYear() - from.getYear()) / ENOUGH + 1);
    }

    private static SortedSet<LocalDate> days(
            LocalDate start, LocalDate from, LocalDate to, Period step) {
        var days = new TreeSet<>(List.of(from, to));
        for (int at = 0; days.size() <= ENOUGH + 2; at++) {
            var day = start.plus(step.multipliedBy(at));
            if (!day.isBefore(to)) {
                break;
            }
            if (day.isAfter(from)) {
                days.add(day);
            }
        }
        return days;
    }
}
