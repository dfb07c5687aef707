package io.samling.member.roll;

import io.samling.member.headcount.HeadcountEvent;
import io.samling.member.headcount.HeadcountEvent.Counted;
import io.samling.member.headcount.HeadcountEvent.HeadcountCorrected;
import io.samling.member.headcount.HeadcountEvent.HeadcountReported;
import io.samling.member.membership.MembershipEvent;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import io.samling.member.membership.MembershipEvent.MemberMerged;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import io.samling.member.roll.RollEntry.RollPeriod;
import io.samling.member.roll.RollEntry.RollReading;
import io.samling.member.roll.RollEntry.RollReading.Earlier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What each event makes of an entry: functions of the event and the entry, and nothing else. */
final class RollChanges {

    private RollChanges() {}

    static RollEntry joined(MemberJoined e) {
        return new RollEntry(
                e.memberId(),
                e.organisationsnummer(),
                e.name(),
                e.kind(),
                e.municipality(),
                e.demo(),
                List.of(begun(e.period(), e.firstDay())),
                List.of(),
                0);
    }

    static RollEntry after(RollEntry before, MembershipEvent event, long version) {
        return switch (event) {
            case MemberJoined e -> joined(e);
            case MemberReturned e -> returned(before, e, version);
            case MemberLeft e -> ended(before, e.period(), e.lastDay(), e.reason(), null, version);
            case MemberMerged e ->
                    ended(before, e.period(), e.lastDay(), "MERGED", e.into(), version);
            case PeriodAnnulled e -> {
                var periods = new ArrayList<>(before.periods());
                periods.removeIf(period -> period.number() == e.period());
                yield with(before, periods, before.readings(), version);
            }
        };
    }

    static RollEntry after(RollEntry before, HeadcountEvent event) {
        var readings = new ArrayList<>(before.readings());
        switch (event) {
            case HeadcountReported e ->
                    readings.add(reading(e.readingId(), e.reading(), List.of()));
            case HeadcountCorrected e ->
                    readings.replaceAll(
                            known ->
                                    known.id().equals(e.readingId()) ? corrected(known, e) : known);
        }
        return with(before, before.periods(), readings, before.version());
    }

    private static RollEntry returned(RollEntry before, MemberReturned e, long version) {
        var periods = new ArrayList<>(before.periods());
        periods.add(begun(e.period(), e.firstDay()));
        return new RollEntry(
                before.id(),
                e.organisationsnummer(),
                e.name(),
                e.kind(),
                e.municipality(),
                e.demo(),
                periods,
                before.readings(),
                version);
    }

    private static RollEntry ended(
            RollEntry before,
            int number,
            LocalDate lastDay,
            String reason,
            @Nullable String into,
            long version) {
        UnaryOperator<RollPeriod> end =
                period ->
                        period.number() == number
                                ? new RollPeriod(number, period.firstDay(), lastDay, reason, into)
                                : period;
        return with(
                before, before.periods().stream().map(end).toList(), before.readings(), version);
    }

    private static RollReading corrected(RollReading known, HeadcountCorrected e) {
        var earlier = new ArrayList<>(known.earlier());
        var before = e.before();
        earlier.add(
                new Earlier(
                        before.measure(),
                        before.scope(),
                        before.asOf(),
                        before.value(),
                        before.source()));
        return reading(known.id(), e.after(), earlier);
    }

    private static RollReading reading(String id, Counted counted, List<Earlier> earlier) {
        return new RollReading(
                id,
                counted.measure(),
                counted.scope(),
                counted.asOf(),
                counted.value(),
                counted.source(),
                earlier);
    }

    private static RollPeriod begun(int number, LocalDate firstDay) {
        return new RollPeriod(number, firstDay, null, null, null);
    }

    private static RollEntry with(
            RollEntry before, List<RollPeriod> periods, List<RollReading> readings, long version) {
        return new RollEntry(
                before.id(),
                before.organisationsnummer(),
                before.name(),
                before.kind(),
                before.municipality(),
                before.demo(),
                periods,
                readings,
                version);
    }
}
