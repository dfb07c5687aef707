package io.samling.member.membership;

import static io.samling.member.Remembered.JOINED;
import static io.samling.member.Remembered.LAST_DAY_OF_2017;
import static io.samling.member.Remembered.LEFT;
import static io.samling.member.Remembered.NEW_YEAR_2015;
import static io.samling.member.Remembered.RETURNED;

import io.samling.kernel.Municipality;
import io.samling.member.Remembered;
import io.samling.member.membership.MembershipCommand.ComeBack;
import io.samling.member.membership.MembershipCommand.Leave;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MembershipTest extends MembershipFixture {

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
}
