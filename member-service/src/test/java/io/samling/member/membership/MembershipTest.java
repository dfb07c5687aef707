package io.samling.member.membership;

import static io.samling.member.Remembered.BOLT;
import static io.samling.member.Remembered.JOINED;
import static io.samling.member.Remembered.LAST_DAY_OF_2017;
import static io.samling.member.Remembered.LEFT;
import static io.samling.member.Remembered.MERGED;
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
import io.samling.member.membership.MembershipCommand.Merge;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import io.samling.member.membership.MembershipEvent.MemberMerged;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MembershipTest {

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

    @Test
    void begins_when_an_organisation_joins() {
        membership.givenNoPriorActivity().when(join("Acme AB")).expectEvents(JOINED);
    }

    @Test
    void cannot_end_before_it_has_begun() {
        membership
                .givenNoPriorActivity()
                .when(leave(LAST_DAY_OF_2017))
                .expectException(AggregateNotFoundException.class);
    }

    @Nested
    class Of_one_who_joined {

        @Test
        void joining_again_with_the_same_data_changes_nothing() {
            unchanged(membership.given(JOINED).when(join("Acme AB")));
        }

        @Test
        void joining_again_with_other_data_is_refused() {
            refused(
                    membership.given(JOINED).when(join("Bolt AB")),
                    "member-exists-with-other-data");
        }

        @Test
        void ends_on_the_last_day_that_was_named() {
            membership.given(JOINED).when(leave(LAST_DAY_OF_2017)).expectEvents(LEFT);
        }

        @Test
        void may_end_on_its_first_day() {
            membership
                    .given(JOINED)
                    .when(leave(NEW_YEAR_2015))
                    .expectEvents(
                            new MemberLeft(
                                    ACME.text(), 1, NEW_YEAR_2015, NEW_YEAR_2015, "RESIGNED"));
        }

        @Test
        void but_not_before() {
            refused(
                    membership.given(JOINED).when(leave(NEW_YEAR_2015.minusDays(1))),
                    "ends-before-it-begins");
        }

        @Test
        void cannot_begin_again_before_it_ends() {
            refused(membership.given(JOINED).when(comeBack(BACK_AGAIN)), "still-a-member");
        }

        @Test
        void does_not_take_its_beginning_for_a_return() {
            refused(membership.given(JOINED).when(comeBack(NEW_YEAR_2015)), "still-a-member");
        }

        @Test
        void may_be_annulled_and_frees_the_number() {
            membership.given(JOINED).when(annul(null)).expectEvents(Remembered.ANNULLED);
        }

        @Test
        void has_no_second_period_to_annul() {
            refused(membership.given(JOINED).when(annul(2)), "unknown-period");
            refused(membership.given(JOINED).when(annul(0)), "unknown-period");
        }
    }

    @Nested
    class Of_one_who_left {

        @Test
        void leaving_the_same_way_again_changes_nothing() {
            unchanged(membership.given(JOINED, LEFT).when(leave(LAST_DAY_OF_2017)));
        }

        @Test
        void leaving_on_another_day_is_refused() {
            refused(
                    membership.given(JOINED, LEFT).when(leave(NEW_YEAR_2018)),
                    "period-already-ended");
        }

        @Test
        void leaving_for_another_reason_is_refused() {
            var bankrupt = new Leave(ACME, LAST_DAY_OF_2017, LeavingReason.BANKRUPT);

            refused(membership.given(JOINED, LEFT).when(bankrupt), "period-already-ended");
        }

        @Test
        void joining_again_with_the_same_data_changes_nothing() {
            unchanged(membership.given(JOINED, LEFT).when(join("Acme AB")));
        }

        @Test
        void a_second_period_may_begin_the_day_after() {
            membership
                    .given(JOINED, LEFT)
                    .when(comeBack(NEW_YEAR_2018))
                    .expectEvents(returned(2, "Acme AB", "1060", NEW_YEAR_2018, false));
        }

        @Test
        void but_not_on_the_last_day() {
            refused(
                    membership.given(JOINED, LEFT).when(comeBack(LAST_DAY_OF_2017)),
                    "periods-overlap");
        }

        @Test
        void and_not_long_before() {
            refused(
                    membership.given(JOINED, LEFT).when(comeBack(NEW_YEAR_2015.minusYears(9))),
                    "periods-overlap");
        }

        @Test
        void may_return_with_a_new_name_in_another_place() {
            var tingsryd = Municipality.of("0763");
            var name = new OrganisationName("Acme Svets AB");

            membership
                    .given(JOINED, LEFT)
                    .when(new ComeBack(ACME, BACK_AGAIN, name, null, tingsryd))
                    .expectEvents(RETURNED);
        }
    }

    @Nested
    class Of_one_who_returned {

        @Test
        void returning_the_same_way_again_changes_nothing() {
            unchanged(membership.given(JOINED, LEFT, RETURNED).when(comeBack(BACK_AGAIN)));
        }

        @Test
        void only_the_newest_period_ends() {
            membership
                    .given(JOINED, LEFT, RETURNED)
                    .when(leave(LocalDate.of(2020, 6, 30)))
                    .expectEvents(
                            new MemberLeft(
                                    ACME.text(),
                                    2,
                                    BACK_AGAIN,
                                    LocalDate.of(2020, 6, 30),
                                    "RESIGNED"));
        }

        @Test
        void annulling_the_second_period_keeps_the_first_and_the_number() {
            membership
                    .given(JOINED, LEFT, RETURNED)
                    .when(annul(null))
                    .expectEvents(annulled(2, BACK_AGAIN, null, false));
        }

        @Test
        void the_first_period_cannot_be_annulled_before_the_second() {
            refused(
                    membership.given(JOINED, LEFT, RETURNED).when(annul(1)),
                    "not-the-newest-period");
        }
    }

    @Nested
    class By_merger {

        @Test
        void ends_the_day_before() {
            membership
                    .given(JOINED)
                    .when(new Merge(ACME, NEW_YEAR_2018, ABSORBER))
                    .expectEvents(
                            new MemberMerged(
                                    ACME.text(), 1, NEW_YEAR_2015, LAST_DAY_OF_2017, BOLT));
        }

        @Test
        void told_twice_changes_nothing() {
            var again = new Merge(ACME, MERGED.lastDay().plusDays(1), ABSORBER);

            unchanged(membership.given(JOINED, LEFT, RETURNED, MERGED).when(again));
        }

        @Test
        void into_itself_is_refused() {
            refused(
                    membership.given(JOINED).when(new Merge(ACME, NEW_YEAR_2018, ACME)),
                    "merges-into-itself");
        }

        @Test
        void into_a_stranger_is_refused() {
            var stranger = MemberId.of("00000000-0000-4000-8000-00000000dead");

            refused(
                    membership.given(JOINED).when(new Merge(ACME, NEW_YEAR_2018, stranger)),
                    "absorbing-member-unknown");
        }

        @Test
        void on_its_first_day_is_refused() {
            refused(
                    membership.given(JOINED).when(new Merge(ACME, NEW_YEAR_2015, ABSORBER)),
                    "ends-before-it-begins");
        }

        @Test
        void after_it_has_left_is_refused() {
            refused(
                    membership.given(JOINED, LEFT).when(new Merge(ACME, NEW_YEAR_2018, ABSORBER)),
                    "period-already-ended");
        }
    }

    @Nested
    class Of_one_whose_only_period_was_annulled {

        final PeriodAnnulled annulled = Remembered.ANNULLED;

        @Test
        void annulling_again_changes_nothing() {
            unchanged(membership.given(JOINED, annulled).when(annul(null)));
            unchanged(membership.given(JOINED, annulled).when(annul(1)));
        }

        @Test
        void cannot_end() {
            refused(
                    membership.given(JOINED, annulled).when(leave(LAST_DAY_OF_2017)),
                    "no-period-left");
        }

        @Test
        void a_late_repetition_of_the_join_does_not_revive_it() {
            unchanged(membership.given(JOINED, annulled).when(join("Acme AB")));
        }

        @Test
        void may_return_on_any_day_and_takes_the_number_again() {
            membership
                    .given(JOINED, annulled)
                    .when(comeBack(NEW_YEAR_2015))
                    .expectEvents(returned(2, "Acme AB", "1060", NEW_YEAR_2015, true));
        }
    }

    @Nested
    class Of_one_whose_second_period_was_annulled {

        final PeriodAnnulled annulled = annulled(2, BACK_AGAIN, null, false);

        @Test
        void annulling_once_more_does_not_touch_the_first() {
            unchanged(membership.given(JOINED, LEFT, RETURNED, annulled).when(annul(null)));
        }

        @Test
        void the_first_may_be_annulled_by_its_number() {
            membership
                    .given(JOINED, LEFT, RETURNED, annulled)
                    .when(annul(1))
                    .expectEvents(annulled(1, NEW_YEAR_2015, LAST_DAY_OF_2017, true));
        }

        @Test
        void the_next_period_has_a_number_of_its_own() {
            membership
                    .given(JOINED, LEFT, RETURNED, annulled)
                    .when(comeBack(NEW_YEAR_2018))
                    .expectEvents(returned(3, "Acme Svets AB", "0763", NEW_YEAR_2018, false));
        }
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
