package io.samling.journeys;

import io.samling.journeys.Log.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts members and employees from the log, one after the other. */
final class MemberRecount {

    private final Map<String, Member> members = new LinkedHashMap<>();

    MemberRecount(List<Event> events) {
        for (var event : events) {
            var member = members.computeIfAbsent(event.text("memberId"), _ -> new Member());
            switch (event.name()) {
                case "membership.member-joined", "membership.member-returned" ->
                        member.begin(event);
                case "membership.member-left", "membership.member-merged" -> member.end(event);
                case "membership.period-annulled" -> member.periods.removeLast();
                case "headcount.reported" -> member.read(event, event.data().get("reading"));
                case "headcount.corrected" -> member.read(event, event.data().get("after"));
                default -> throw new AssertionError("Nobody counts " + event);
            }
        }
    }

    /** The organisation numbers of all who joined, as often as they did. */
    static List<String> numbersThatJoined(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("membership.member-joined"))
                .map(event -> event.text("organisationsnummer"))
                .toList();
    }

    int members(LocalDate day) {
        return (int) members.values().stream().filter(member -> member.isActive(day)).count();
    }

    /** The sum of what active members have last read, and how many have read nothing. */
    Employees employees(LocalDate day, String measure, String scope) {
        long sum = 0;
        int missing = 0;
        for (var member : members.values()) {
            if (member.isActive(day)) {
                var newest = member.newest(day, measure, scope);
                sum += newest == null ? 0 : newest.value();
                missing += newest == null ? 1 : 0;
            }
        }
        return new Employees(sum, missing);
    }

    record Employees(long value, int missing) {}

    private static LocalDate day(Event event, String field) {
        return LocalDate.parse(event.text(field));
    }

    private record Period(LocalDate firstDay, @Nullable LocalDate lastDay) {

        boolean covers(LocalDate day) {
            return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    private record Reading(String measure, String scope, LocalDate asOf, long value, long known) {}

    private static final class Member {

        private final List<Period> periods = new ArrayList<>();
        private final Map<String, Reading> readings = new LinkedHashMap<>();

        private void begin(Event event) {
            periods.add(new Period(day(event, "firstDay"), null));
        }

        private void end(Event event) {
            periods.add(new Period(periods.removeLast().firstDay(), day(event, "lastDay")));
        }

        private void read(Event event, JsonNode reading) {
            var read =
                    new Reading(
                            reading.get("measure").asString(),
                            reading.get("scope").asString(),
                            LocalDate.parse(reading.get("asOf").asString()),
                            reading.get("value").asLong(),
                            event.position());
            readings.put(event.text("readingId"), read);
        }

        private boolean isActive(LocalDate day) {
            return periods.stream().anyMatch(period -> period.covers(day));
        }

        private @Nullable Reading newest(LocalDate day, String measure, String scope) {
            return readings.values().stream()
                    .filter(reading -> reading.measure().equals(measure))
                    .filter(reading -> reading.scope().equals(scope))
                    .filter(reading -> !reading.asOf().isAfter(day))
                    .max(Comparator.comparing(Reading::asOf).thenComparing(Reading::known))
                    .orElse(null);
        }
    }
}
