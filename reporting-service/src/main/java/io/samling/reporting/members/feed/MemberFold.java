package io.samling.reporting.members.feed;

import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.member.v1.MemberFact.HeadcountCorrected;
import io.samling.contracts.member.v1.MemberFact.HeadcountReported;
import io.samling.contracts.member.v1.MemberFact.MembershipAnnulled;
import io.samling.contracts.member.v1.MemberFact.MembershipBegan;
import io.samling.contracts.member.v1.MemberFact.MembershipEnded;
import io.samling.eventfeed.Fold;
import io.samling.eventfeed.Span;
import io.samling.reporting.members.MemberRow;
import io.samling.reporting.members.MemberRow.Membership;
import io.samling.reporting.members.MemberRow.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** One member's periods and readings. */
final class MemberFold implements Fold<MemberFact, MemberRow> {

    private final Map<Integer, Span<MemberRow>> periods = new TreeMap<>();

    /** By reading, in the order in which they became known: a correction is known later. */
    private final Map<String, MemberFact.Reading> readings = new LinkedHashMap<>();

    @Override
    public void tell(MemberFact fact) {
        switch (fact) {
            case MembershipBegan began -> periods.put(began.period(), span(began));
            case MembershipEnded ended -> end(ended);
            case MembershipAnnulled annulled -> {
                period(annulled.period());
                periods.remove(annulled.period());
            }
            case HeadcountReported reported -> learn(reported.readingId(), reported.reading());
            case HeadcountCorrected corrected -> learn(corrected.readingId(), corrected.after());
        }
    }

    @Override
    public List<Span<MemberRow>> spans() {
        List<Span<MemberRow>> spans = new ArrayList<>(periods.values());
        Map<List<String>, TreeMap<Integer, MemberFact.Reading>> byKind = new HashMap<>();
        for (var reading : readings.values()) {
            byKind.computeIfAbsent(
                            List.of(reading.measure(), reading.scope()), _ -> new TreeMap<>())
                    .put(Span.day(reading.asOf()), reading);
        }
        byKind.values().forEach(days -> spans.addAll(spans(days)));
        return spans;
    }

    private void end(MembershipEnded ended) {
        var period = period(ended.period());
        int firstDayAfter = Span.day(ended.lastDay()) + 1;
        periods.put(ended.period(), new Span<>(period.from(), firstDayAfter, period.value()));
    }

    private Span<MemberRow> period(int number) {
        return Objects.requireNonNull(periods.get(number), "a period that never began");
    }

    private void learn(String readingId, MemberFact.Reading reading) {
        readings.remove(readingId);
        readings.put(readingId, reading);
    }

    private static Span<MemberRow> span(MembershipBegan began) {
        return Span.from(
                began.firstDay(),
                new Membership(
                        began.period(),
                        began.organisationsnummer(),
                        began.name(),
                        began.kind(),
                        began.municipality(),
                        began.demo()));
    }

    /** Each reading counts until the next one of its kind. */
    private static List<Span<MemberRow>> spans(NavigableMap<Integer, MemberFact.Reading> days) {
        List<Span<MemberRow>> spans = new ArrayList<>();
        days.forEach(
                (day, reading) -> {
                    var next = days.higherKey(day);
                    var value =
                            new Reading(
                                    reading.measure(),
                                    reading.scope(),
                                    reading.value(),
                                    reading.source());
                    spans.add(new Span<>(day, next == null ? Span.OPEN : next, value));
                });
        return spans;
    }
}
