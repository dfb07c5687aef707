package io.samling.member.membership;

import static io.samling.member.Remembered.JOINED;
import static io.samling.member.Remembered.LAST_DAY_OF_2017;
import static io.samling.member.Remembered.LEFT;
import static io.samling.member.Remembered.NEW_YEAR_2015;
import static io.samling.member.Remembered.RETURNED;

import io.samling.member.Remembered;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnnulledMembershipTest extends MembershipFixture {

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
}
