package io.samling.member.membership;

import io.samling.member.membership.MembershipCommand.ComeBack;
import io.samling.member.membership.MembershipCommand.Join;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import java.time.LocalDate;

/** What a member is, as events say it. */
record Details(
        String organisationsnummer, String name, String kind, String municipality, boolean demo) {

    static Details askedBy(Join command) {
        return new Details(
                command.organisationsnummer().digits(),
                command.name().text(),
                command.kind().name(),
                command.municipality().code(),
                command.demo());
    }

    static Details of(MemberJoined event) {
        return new Details(
                event.organisationsnummer(),
                event.name(),
                event.kind(),
                event.municipality(),
                event.demo());
    }

    static Details of(MemberReturned event) {
        return new Details(
                event.organisationsnummer(),
                event.name(),
                event.kind(),
                event.municipality(),
                event.demo());
    }

    Details changedBy(ComeBack command) {
        return new Details(
                organisationsnummer,
                command.name() == null ? name : command.name().text(),
                command.kind() == null ? kind : command.kind().name(),
                command.municipality() == null ? municipality : command.municipality().code(),
                demo);
    }

    MemberJoined joined(MemberId member, LocalDate firstDay) {
        return new MemberJoined(
                member.text(), 1, organisationsnummer, name, kind, municipality, firstDay, demo);
    }

    MemberReturned returned(MemberId member, int period, LocalDate firstDay, boolean takesNumber) {
        return new MemberReturned(
                member.text(),
                period,
                organisationsnummer,
                name,
                kind,
                municipality,
                firstDay,
                demo,
                takesNumber);
    }

    PeriodAnnulled annulled(MemberId member, Period period, boolean last) {
        return new PeriodAnnulled(
                member.text(),
                period.number(),
                period.firstDay(),
                period.lastDay(),
                organisationsnummer,
                last);
    }
}
