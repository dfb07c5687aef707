package io.samling.reporting.dashboard.web;

import io.samling.reporting.dashboard.DashboardRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page's address asks for, as its form writes it: an empty field asks for nothing.
 *
 * @param asOf the day of the figures
 * @param from the first day of the chart
 * @param to the last day of the chart
 * @param knownAt as known at this moment; a day and time without a zone are those of the service
 */
record Wanted(
        @Nullable LocalDate asOf,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant knownAt) {

    static final Wanted NOTHING = new Wanted(null, null, null, null);

    static Wanted of(Map<String, String> sent, ZoneId zone) {
        return new Wanted(
                day("asOf", sent), day("from", sent), day("to", sent), moment(sent, zone));
    }

    private static @Nullable LocalDate day(String name, Map<String, String> sent) {
        var text = sent.getOrDefault(name, "");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw DashboardRefused.unreadable(name, "2026-03-31");
        }
    }

    private static @Nullable Instant moment(Map<String, String> sent, ZoneId zone) {
        var text = sent.getOrDefault("knownAt", "");
        try {
            if (text.isEmpty()) {
                return null;
            }
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException notAMoment) {
            throw DashboardRefused.unreadable("knownAt", "2026-03-31T12:00");
        }
    }
}
