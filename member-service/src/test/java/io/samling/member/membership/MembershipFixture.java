package io.samling.member.membership;

import static io.samling.member.Remembered.BOLT;
import static io.samling.member.Remembered.LAST_DAY_OF_2017;
import static io.samling.member.Remembered.NEW_YEAR_2015;
import static io.samling.member.Remembered.NUMBER;
import static io.samling.member.Remembered.RETURNED;
import static io.samling.testing.RefusalWith.refusal;

import io.samling.kernel.Municipality;
import io.samling.kernel.Organisationsnummer;
import io.samling.member.Remembered;
import io.samling.member.membership.MembershipCommand.Annul;
import io.samling.member.membership.MembershipCommand.ComeBack;
import io.samling.member.membership.MembershipCommand.Join;
import io.samling.member.membership.MembershipCommand.Leave;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A membership to decide about, and its commands and events in few words. */
abstract class MembershipFixture {

    static final MemberId ACME = MemberId.of(Remembered.ACME);
    static final MemberId ABSORBER = MemberId.of(BOLT);
    static final LocalDate BACK_AGAIN = RETURNED.firstDay();
    static final LocalDate NEW_YEAR_2018 = LAST_DAY_OF_2017.plusDays(1);

    final AggregateTestFixture<Membership> membership =
            new AggregateTestFixture<>(Membership.class);

    @BeforeEach
    void two_members_are_known() {
        membership.registerInjectableResource(
                (KnownMembers) member -> member.equals(ACME) || member.equals(ABSORBER));
    }

    static Join join(String name) {
        return new Join(
                ACME,
                new Organisationsnummer(NUMBER),
                new OrganisationName(name),
                OrganisationKind.COMPANY,
                Municipality.of("1060"),
                NEW_YEAR_2015,
                true);
    }

    static Leave leave(LocalDate lastDay) {
        return new Leave(ACME, lastDay, LeavingReason.RESIGNED);
    }

    static ComeBack comeBack(LocalDate firstDay) {
        return new ComeBack(ACME, firstDay, null, null, null);
    }

    static Annul annul(@Nullable Integer period) {
        return new Annul(ACME, period);
    }

    static MemberReturned returned(
            int period, String name, String municipality, LocalDate firstDay, boolean takes) {
        return new MemberReturned(
                ACME.text(), period, NUMBER, name, "COMPANY", municipality, firstDay, true, takes);
    }

    static PeriodAnnulled annulled(
            int period, LocalDate firstDay, @Nullable LocalDate lastDay, boolean frees) {
        return new PeriodAnnulled(ACME.text(), period, firstDay, lastDay, NUMBER, frees);
    }

    static void refused(ResultValidator<Membership> result, String code) {
        result.expectNoEvents().expectException(refusal(code));
    }

    static void unchanged(ResultValidator<Membership> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
