package io.samling.funding.ownership;

import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesPassedOnTest extends ShareRegisterFixture {

    @Nested
    class A_transfer {

        @Test
        void passes_the_shares_on() {
            given(issued(1, 1, 400, REGION, "A", 1))
                    .when(transfer(101, 150, REGION, KARLSHAMN, JULY_2021))
                    .expectEvents(transferred(99, 101, 150, REGION, KARLSHAMN));
        }

        @Test
        void is_refused_where_one_share_is_anothers() {
            refused(
                    given(
                                    issued(1, 1, 400, REGION, "A", 1),
                                    transferred(2, 150, 150, REGION, KARLSHAMN))
                            .when(transfer(101, 150, REGION, KARLSHAMN, JULY_2021)),
                    "shares-not-held");
        }

        @Test
        void is_refused_where_one_share_has_been_redeemed() {
            refused(
                    given(issued(1, 1, 400, REGION, "A", 1), redeemed(2, 101, 101, REGION))
                            .when(transfer(101, 150, REGION, KARLSHAMN, JULY_2021)),
                    "shares-not-held");
        }

        @Test
        void is_refused_where_a_share_has_never_been_issued() {
            refused(
                    given(issued(1, 1, 400, REGION, "A", 1))
                            .when(transfer(400, 401, REGION, KARLSHAMN, JULY_2021)),
                    "shares-not-issued");
            refused(
                    given().when(transfer(1, 1, REGION, KARLSHAMN, JULY_2021)),
                    "shares-not-issued");
        }

        @Test
        void is_between_two_holders_that_are_entered() {
            var issued = issued(1, 1, 400, REGION, "A", 1);

            refused(
                    given(issued).when(transfer(1, 1, REGION, REGION, JULY_2021)),
                    "transfer-to-itself");
            refused(
                    given(issued).when(transfer(1, 1, REGION, STRANGER, JULY_2021)),
                    "holder-unknown");
            refused(
                    given(issued).when(transfer(1, 1, STRANGER, REGION, JULY_2021)),
                    "holder-unknown");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2021-06-30", "2021-06", "2021", "2020"})
        void does_not_count_from_before_the_seller_got_the_shares(String day) {
            refused(
                    given(issued(1, 1, 400, REGION, "A", 1))
                            .when(transfer(1, 400, REGION, KARLSHAMN, day)),
                    "shares-not-yet-held");
        }

        @Test
        void may_pass_on_what_came_at_different_times_to_the_same_holder() {
            given(
                            issued(1, 1, 400, REGION, "A", 1),
                            transferred(2, 101, 150, REGION, KARLSHAMN),
                            transferred(3, 101, 150, KARLSHAMN, REGION))
                    .when(transfer(1, 400, REGION, KARLSHAMN, "2021-07-01"))
                    .expectEvents(
                            new SharesTransferred(
                                    register(),
                                    ENTRY.toString(),
                                    1,
                                    400,
                                    REGION.text(),
                                    KARLSHAMN.text(),
                                    "2021-07-01"));
        }
    }

    @Nested
    class A_redemption {

        @Test
        void takes_the_shares_from_their_holder() {
            given(issued(1, 1, 400, REGION, "A", 1))
                    .when(redeem(301, 400, REGION, JULY_2021))
                    .expectEvents(redeemed(99, 301, 400, REGION));
        }

        @Test
        void is_refused_where_the_shares_are_anothers_or_came_later() {
            var issued = issued(1, 1, 400, REGION, "A", 1);

            refused(given(issued).when(redeem(1, 400, KARLSHAMN, JULY_2021)), "shares-not-held");
            refused(given(issued).when(redeem(1, 400, REGION, "2020")), "shares-not-yet-held");
            refused(given(issued).when(redeem(1, 1, STRANGER, JULY_2021)), "holder-unknown");
            refused(given(issued).when(redeem(1, 401, REGION, JULY_2021)), "shares-not-issued");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2021-07", "2021"})
        void is_an_end_and_counts_from_the_last_day_of_its_period(String day) {
            given(issued(1, 1, 400, REGION, "A", 1), transferred(2, 101, 150, REGION, KARLSHAMN))
                    .when(redeem(101, 150, KARLSHAMN, day))
                    .expectEvents(
                            new SharesRedeemed(
                                    register(), ENTRY.toString(), 101, 150, KARLSHAMN.text(), day));
        }
    }
}
