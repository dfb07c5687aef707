package io.samling.member.recount;

import io.samling.eventstore.Recount.Counting;
import io.samling.eventstore.Recount.Expected;
import io.samling.member.headcount.HeadcountEvent;
import io.samling.member.headcount.HeadcountEvent.HeadcountCorrected;
import io.samling.member.headcount.HeadcountEvent.HeadcountReported;
import io.samling.member.membership.MembershipEvent;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import io.samling.member.membership.MembershipEvent.MemberMerged;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Members and those who work there, counted one after the other. */
final class MemberRecount implements Counting {

    private final Map<String, CountedMember> members = new HashMap<>();
    private final SortedSet<LocalDate> days = new TreeSet<>();

    @Override
    public void add(Object event) {
        switch (event) {
            case MembershipEvent e -> add(e);
            case HeadcountEvent e -> add(e);
            default -> throw new IllegalArgumentException("Nobody counts " + event.getClass());
        }
    }

    private void add(MembershipEvent event) {
        var member = member(event.memberId());
        switch (event) {
            case MemberJoined e -> member.begin(e.period(), noted(e.firstDay()));
            case MemberReturned e -> member.begin(e.period(), noted(e.firstDay()));
            case MemberLeft e -> member.end(e.period(), noted(e.lastDay()));
            case MemberMerged e -> member.end(e.period(), noted(e.lastDay()));
            case PeriodAnnulled e -> member.annul(e.period());
        }
    }

    private void add(HeadcountEvent event) {
        var member = member(event.memberId());
        switch (event) {
            case HeadcountReported e -> {
                days.add(e.reading().asOf());
                member.read(e.readingId(), e.reading());
            }
            case HeadcountCorrected e -> {
                days.add(e.after().asOf());
                member.read(e.readingId(), e.after());
            }
        }
    }

    private CountedMember member(String id) {
        return members.computeIfAbsent(id, _ -> new CountedMember());
    }

    private LocalDate noted(LocalDate day) {
        days.add(day);
        return day;
    }

    @Override
    public SortedSet<LocalDate> days() {
        return days;
    }

    @Override
    public List<Expected> on(LocalDate day) {
        return List.of(members(day), employees(day, "SITE"), employees(day, "LEGAL_ENTITY"));
    }

    private Expected members(LocalDate day) {
        var count = members.values().stream().filter(member -> member.isActive(day)).count();
        return new Expected("members", Map.of("value", count), said -> numbers(said, "value"));
    }

    private Expected employees(LocalDate day, String scope) {
        long sum = 0;
        long missing = 0;
        for (var member : members.values()) {
            if (member.isActive(day)) {
                var newest = member.newest(day, "HEADCOUNT", scope);
                sum += newest == null ? 0 : newest.value();
                missing += newest == null ? 1 : 0;
            }
        }
        return new Expected(
                "employees?measure=HEADCOUNT&scope=" + scope,
                Map.of("value", sum, "missing", missing),
                said -> numbers(said, "value", "missing"));
    }

    private static Map<String, Long> numbers(JsonNode said, String... names) {
        Map<String, Long> numbers = new HashMap<>();
        for (var name : names) {
            numbers.put(name, said.get(name).asLong());
        }
        return numbers;
    }
}
