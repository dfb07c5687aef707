package io.samling.member.membership;

import static io.samling.member.Remembered.BOLT;
import static io.samling.member.Remembered.JOINED;
import static io.samling.member.Remembered.LAST_DAY_OF_2017;
import static io.samling.member.Remembered.LEFT;
import static io.samling.member.Remembered.MERGED;
import static io.samling.member.Remembered.NEW_YEAR_2015;
import static io.samling.member.Remembered.RETURNED;

import io.samling.member.membership.MembershipCommand.Merge;
import io.samling.member.membership.MembershipEvent.MemberMerged;
import org.junit.jupiter.api.Test;

class MembershipByMergerTest extends MembershipFixture {

    @Test
    void ends_the_day_before() {
        membership
                .given(JOINED)
                .when(new Merge(ACME, NEW_YEAR_2018, ABSORBER))
                .expectEvents(
                        new MemberMerged(ACME.text(), 1, NEW_YEAR_2015, LAST_DAY_OF_2017, BOLT));
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
