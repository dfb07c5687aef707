package io.samling.funding.ownership;

import io.samling.funding.ownership.ShareRegisterCommand.EnterHolder;
import io.samling.funding.ownership.ShareRegisterCommand.OpenRegister;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareRegisterTest extends ShareRegisterFixture {

    @Test
    void is_opened_for_a_company_whose_number_may_be_unknown() {
        register.givenNoPriorActivity()
                .when(new OpenRegister(REGISTER, "Techtank AB (svb)", null, true))
                .expectEvents(opened());
    }

    @Test
    void is_not_opened_with_other_content() {
        refused(
                register.given(opened())
                        .when(new OpenRegister(REGISTER, "Techtank AB", null, true)),
                "share-register-opened-otherwise");
    }

    @Nested
    class A_holder {

        @Test
        void is_entered_once() {
            register.given(opened())
                    .when(new EnterHolder(REGISTER, REGION, "Region Blekinge", REGIONS_NUMBER))
                    .expectEvents(regionEntered());
            register.given(opened(), regionEntered())
                    .when(new EnterHolder(REGISTER, REGION, "Region Blekinge", REGIONS_NUMBER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void is_not_entered_with_other_content() {
            refused(
                    register.given(opened(), regionEntered())
                            .when(new EnterHolder(REGISTER, REGION, "Regionen", REGIONS_NUMBER)),
                    "holder-entered-otherwise");
        }

        @Test
        void is_not_entered_a_second_time_under_another_id() {
            refused(
                    register.given(opened(), regionEntered())
                            .when(new EnterHolder(REGISTER, STRANGER, "Region", REGIONS_NUMBER)),
                    "holder-entered-twice");
        }
    }

    @Nested
    class An_issue {

        @Test
        void takes_the_numbers_after_the_highest() {
            given(issued(1, 1, 400, REGION, "A", 1))
                    .when(issue(100, REGION, "A", null))
                    .expectEvents(issued(99, 401, 500, REGION, "A", 1));
        }

        @Test
        void never_uses_a_redeemed_number_again() {
            given(issued(1, 1, 400, REGION, "A", 1), redeemed(2, 301, 400, REGION))
                    .when(issue(1, KARLSHAMN, "A", 1))
                    .expectEvents(issued(99, 401, 401, KARLSHAMN, "A", 1));
        }

        @Test
        void has_the_votes_of_its_class() {
            given(issued(1, 1, 400, REGION, "A", 10))
                    .when(issue(100, REGION, "A", null))
                    .expectEvents(issued(99, 401, 500, REGION, "A", 10));
            refused(
                    given(issued(1, 1, 400, REGION, "A", 10)).when(issue(100, REGION, "A", 1)),
                    "votes-differ-in-class");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 11, -1})
        void has_one_to_ten_votes(int votes) {
            refused(given().when(issue(100, REGION, "B", votes)), "votes-impossible");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, 1_000_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE})
        void is_of_one_share_or_more_and_not_above_the_limit(long count) {
            refused(given().when(issue(count, REGION, "A", null)), "share-count-impossible");
        }

        @Test
        void does_not_bring_the_register_above_the_limit() {
            refused(
                    given(issued(1, 1, 999_999_999_999L, REGION, "A", 1))
                            .when(issue(2, REGION, "A", null)),
                    "share-count-impossible");
            given(issued(1, 1, 999_999_999_999L, REGION, "A", 1))
                    .when(issue(1, REGION, "A", null))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void goes_to_a_holder_that_is_entered() {
            refused(given().when(issue(100, STRANGER, "A", null)), "holder-unknown");
        }
    }

    @Nested
    class An_entry {

        @Test
        void made_again_changes_nothing() {
            given(
                            issued(99, 1, 400, REGION, "A", 1),
                            transferred(98, 1, 100, REGION, KARLSHAMN),
                            redeemed(97, 101, 110, REGION))
                    .when(issue(400, REGION, "A", null))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void of_a_transfer_made_again_changes_nothing() {
            given(issued(1, 1, 400, REGION, "A", 1), transferred(99, 1, 100, REGION, KARLSHAMN))
                    .when(transfer(1, 100, REGION, KARLSHAMN, JULY_2021))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void of_a_redemption_made_again_changes_nothing() {
            given(issued(1, 1, 400, REGION, "A", 1), redeemed(99, 1, 100, REGION))
                    .when(redeem(1, 100, REGION, JULY_2021))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void is_never_changed() {
            var issued = issued(99, 1, 400, REGION, "A", 1);

            refused(given(issued).when(issue(401, REGION, "A", 1)), "entry-entered-otherwise");
            refused(given(issued).when(issue(400, KARLSHAMN, "A", 1)), "entry-entered-otherwise");
            refused(given(issued).when(issue(400, REGION, "B", 1)), "entry-entered-otherwise");
            refused(
                    given(issued).when(redeem(1, 400, REGION, JULY_2021)),
                    "entry-entered-otherwise");
        }
    }
}
