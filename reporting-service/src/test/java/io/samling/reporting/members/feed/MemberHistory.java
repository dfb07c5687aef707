package io.samling.reporting.members.feed;

import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.member.v1.MemberFact.HeadcountCorrected;
import io.samling.contracts.member.v1.MemberFact.HeadcountReported;
import io.samling.contracts.member.v1.MemberFact.MembershipAnnulled;
import io.samling.contracts.member.v1.MemberFact.MembershipBegan;
import io.samling.contracts.member.v1.MemberFact.MembershipEnded;
import io.samling.contracts.member.v1.MemberFact.Reading;
import io.samling.eventfeed.Derivation;
import io.samling.eventfeed.KeptFact;
import io.samling.eventfeed.Span;
import io.samling.reporting.DeliveredFacts;
import io.samling.reporting.members.MemberCounts;
import io.samling.reporting.members.MemberRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What happened to some members, in the order of the log, and what follows from it. */
final class MemberHistory {

    static final long NOW = Long.MAX_VALUE - 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MemberFamily family = new MemberFamily(JSON);
    private final List<KeptFact> facts = new ArrayList<>();

    /** The position that the next fact will have. */
    long next() {
        return facts.size();
    }

    MemberHistory joins(String member, int period, String firstDay) {
        return then(
                new MembershipBegan(
                        member,
                        period,
                        "4999000005",
                        "Acme",
                        "COMPANY",
                        "1080",
                        LocalDate.parse(firstDay),
                        true));
    }

    MemberHistory leaves(String member, int period, String firstDay, String lastDay) {
        return ends(member, period, firstDay, lastDay, "RESIGNED", null);
    }

    MemberHistory merges(String member, int period, String firstDay, String lastDay, String into) {
        return ends(member, period, firstDay, lastDay, "MERGED", into);
    }

    MemberHistory isAnnulled(String member, int period, String firstDay) {
        return then(new MembershipAnnulled(member, period, LocalDate.parse(firstDay), null));
    }

    MemberHistory reports(String member, String reading, String asOf, long value) {
        return then(new HeadcountReported(member, reading, site(asOf, value)));
    }

    MemberHistory corrects(String member, String reading, String asOf, long value) {
        return then(new HeadcountCorrected(member, reading, site(asOf, value), site(asOf, value)));
    }

    MemberHistory then(MemberFact fact) {
        facts.add(
                Derivation.fact(
                        family, facts.size(), MemberFact.typeOf(fact), fact.memberId(), fact));
        return this;
    }

    /** What facts up to a position say. */
    static List<MemberFact> facts(List<KeptFact> facts, long until) {
        List<MemberFact> known = new ArrayList<>();
        for (var fact : facts) {
            var type = MemberFact.classOf(fact.type());
            if (fact.position() <= until && type != null) {
                known.add(JSON.readValue(fact.body(), type));
            }
        }
        return known;
    }

    List<KeptFact> facts() {
        return facts;
    }

    /** Members on a day, as known now. */
    int members(String day) {
        return membersKnownAt(NOW, day);
    }

    int membersKnownAt(long known, String day) {
        return MemberCounts.members(rows(facts), Span.day(LocalDate.parse(day)), known);
    }

    /** Employees on a day, as known now. */
    long employees(String day) {
        return employeesKnownAt(NOW, day);
    }

    long employeesKnownAt(long known, String day) {
        return MemberCounts.employees(rows(facts), Span.day(LocalDate.parse(day)), known).value();
    }

    int missing(String day) {
        return MemberCounts.employees(rows(facts), Span.day(LocalDate.parse(day)), NOW).missing();
    }

    /** The rows when facts come one at a time in this order. */
    MemberRows rows(List<KeptFact> delivered) {
        return DeliveredFacts.rows(family, delivered);
    }

    private MemberHistory ends(
            String member,
            int period,
            String firstDay,
            String lastDay,
            String reason,
            @Nullable String into) {
        return then(
                new MembershipEnded(
                        member,
                        period,
                        LocalDate.parse(firstDay),
                        LocalDate.parse(lastDay),
                        reason,
                        into));
    }

    private static Reading site(String asOf, long value) {
        return new Reading("HEADCOUNT", "SITE", LocalDate.parse(asOf), value, "MEMBER");
    }
}
