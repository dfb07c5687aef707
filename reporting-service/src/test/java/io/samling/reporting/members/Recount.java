package io.samling.reporting.members;

import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.member.v1.MemberFact.HeadcountCorrected;
import io.samling.contracts.member.v1.MemberFact.HeadcountReported;
import io.samling.contracts.member.v1.MemberFact.MembershipAnnulled;
import io.samling.contracts.member.v1.MemberFact.MembershipBegan;
import io.samling.contracts.member.v1.MemberFact.MembershipEnded;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts the slow way: a day at a time, from facts in the order of the log. */
public final class Recount {

    private final List<MemberFact> known;

    public Recount(List<MemberFact> known) {
        this.known = List.copyOf(known);
    }

    /** Members and those who work there, on a day. */
    public Employees employees(LocalDate day) {
        long sum = 0;
        int members = 0;
        int missing = 0;
        var ids = new TreeSet<String>();
        known.forEach(fact -> ids.add(fact.memberId()));
        for (var member : ids) {
            if (isMember(member, day)) {
                members++;
                long value = newest(member, day);
                missing += value < 0 ? 1 : 0;
                sum += Math.max(0, value);
            }
        }
        return new Employees(sum, members, missing);
    }

    private boolean isMember(String member, LocalDate day) {
        Map<Integer, LocalDate[]> periods = new TreeMap<>();
        for (var fact : known) {
            if (!fact.memberId().equals(member)) {
                continue;
            }
            switch (fact) {
                case MembershipBegan began ->
                        periods.put(
                                began.period(), new LocalDate[] {began.firstDay(), LocalDate.MAX});
                case MembershipEnded ended ->
                        periods.put(
                                ended.period(),
                                new LocalDate[] {ended.firstDay(), ended.lastDay()});
                case MembershipAnnulled annulled -> periods.remove(annulled.period());
                case HeadcountReported _ -> {}
                case HeadcountCorrected _ -> {}
            }
        }
        return periods.values().stream()
                .anyMatch(days -> !day.isBefore(days[0]) && !day.isAfter(days[1]));
    }

    private long newest(String member, LocalDate day) {
        LinkedHashMap<String, MemberFact.Reading> readings = new LinkedHashMap<>();
        for (var fact : known) {
            if (!fact.memberId().equals(member)) {
                continue;
            }
            if (fact instanceof HeadcountReported reported) {
                readings.putLast(reported.readingId(), reported.reading());
            } else if (fact instanceof HeadcountCorrected corrected) {
                readings.putLast(corrected.readingId(), corrected.after());
            }
        }
        long newest = -1;
        var newestDay = LocalDate.MIN;
        for (var reading : readings.values()) {
            if (!reading.asOf().isAfter(day) && !reading.asOf().isBefore(newestDay)) {
                newest = reading.value();
                newestDay = reading.asOf();
            }
        }
        return newest;
    }
}
