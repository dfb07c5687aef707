package io.samling.reporting.dashboard.web;

import static io.samling.reporting.ToldFacts.told;

import io.samling.contracts.member.v1.MemberFact.HeadcountReported;
import io.samling.contracts.member.v1.MemberFact.MembershipBegan;
import io.samling.contracts.member.v1.MemberFact.MembershipEnded;
import io.samling.contracts.member.v1.MemberFact.Reading;
import io.samling.eventfeed.ToldLog.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Thirty members that join through ten years, each with a reading of a hundred a year; every tenth
 * never reports and every sixth has left by the end of 2022.
 */
final class Story {

    static final int MEMBERS = 30;
    static final int LEFT = 5;

    private static final LocalDate BEGIN = LocalDate.of(2015, 3, 27);
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 12, 31);
    private static final int DAYS_BETWEEN = 120;
    private static final List<String> PLACES =
            List.of("1060", "1082", "1060", "1080", "1083", "1081", "1060", "1290");
    private static final List<String> TRADES =
            List.of("Plåt", "Verktyg", "Svets", "Industriteknik", "Automation & Robotik");

    private Story() {}

    static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int member = 0; member < MEMBERS; member++) {
            var joined = BEGIN.plusDays((long) DAYS_BETWEEN * member);
            events.add(told(began(member, joined)));
            if (member % 10 != 9) {
                events.add(told(reported(member, joined, 100)));
            }
        }
        for (int member = 0; member < MEMBERS; member += MEMBERS / LEFT) {
            events.add(told(new MembershipEnded(id(member), 1, BEGIN, LAST_DAY, "RESIGNED", null)));
        }
        return events;
    }

    static MembershipBegan began(int member, LocalDate day) {
        var place = PLACES.get(member % PLACES.size());
        return new MembershipBegan(
                id(member), 1, "4999000005", name(member), "COMPANY", place, day, true);
    }

    static HeadcountReported reported(int member, LocalDate day, long value) {
        var reading = new Reading("HEADCOUNT", "SITE", day, value, "MEMBER");
        return new HeadcountReported(id(member), "r-" + member + "-" + day, reading);
    }

    static String name(int member) {
        return "Påhittade " + TRADES.get(member % TRADES.size()) + " " + (member + 1) + " AB";
    }

    private static String id(int member) {
        return "m-" + member;
    }
}
