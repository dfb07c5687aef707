package io.samling.funding.ownership;

import static io.samling.testing.RefusalWith.refusal;

import io.samling.funding.ownership.ShareRegisterCommand.EnterHolder;
import io.samling.funding.ownership.ShareRegisterCommand.IssueShares;
import io.samling.funding.ownership.ShareRegisterCommand.OpenRegister;
import io.samling.funding.ownership.ShareRegisterCommand.RedeemShares;
import io.samling.funding.ownership.ShareRegisterCommand.TransferShares;
import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.ownership.ShareRegisterEvent.RegisterOpened;
import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import io.samling.kernel.Organisationsnummer;
import io.samling.kernel.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareRegisterTest {

    static final ShareRegisterId REGISTER =
            new ShareRegisterId(UUID.fromString("00000000-0000-4000-8000-0000000000b1"));
    static final HolderId REGION = holderId("c1");
    static final HolderId KARLSHAMN = holderId("c2");
    static final HolderId STRANGER = holderId("cf");
    static final Organisationsnummer REGIONS_NUMBER = Organisationsnummer.of("232100-0081");
    static final String JULY_2021 = "2021-07";
    static final UUID ENTRY = entryId(99);

    final AggregateTestFixture<ShareRegister> register =
            new AggregateTestFixture<>(ShareRegister.class);

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

    TestExecutor<ShareRegister> given(ShareRegisterEvent... entries) {
        List<Object> events = new ArrayList<>(List.of(opened(), regionEntered()));
        events.add(new HolderEntered(register(), KARLSHAMN.text(), "Karlshamns kommun", null));
        events.addAll(List.of(entries));
        return register.given(events);
    }

    static void refused(ResultValidator<ShareRegister> result, String code) {
        result.expectNoEvents().expectException(refusal(code));
    }

    static IssueShares issue(
            long count, HolderId holder, String shareClass, @Nullable Integer votes) {
        var day = PartialDate.of(JULY_2021);
        return new IssueShares(
                REGISTER, ENTRY, count, holder, new ShareClass(shareClass), votes, day);
    }

    static TransferShares transfer(long first, long last, HolderId from, HolderId to, String day) {
        var shares = new ShareNumbers(first, last);
        return new TransferShares(REGISTER, ENTRY, shares, from, to, PartialDate.of(day));
    }

    static RedeemShares redeem(long first, long last, HolderId holder, String day) {
        var shares = new ShareNumbers(first, last);
        return new RedeemShares(REGISTER, ENTRY, shares, holder, PartialDate.of(day));
    }

    static RegisterOpened opened() {
        return new RegisterOpened(register(), "Techtank AB (svb)", null, true);
    }

    static HolderEntered regionEntered() {
        return new HolderEntered(
                register(), REGION.text(), "Region Blekinge", REGIONS_NUMBER.digits());
    }

    static SharesIssued issued(
            int entry, long first, long last, HolderId holder, String shareClass, int votes) {
        return new SharesIssued(
                register(),
                entryId(entry).toString(),
                first,
                last,
                holder.text(),
                shareClass,
                votes,
                JULY_2021);
    }

    static SharesTransferred transferred(
            int entry, long first, long last, HolderId from, HolderId to) {
        return new SharesTransferred(
                register(),
                entryId(entry).toString(),
                first,
                last,
                from.text(),
                to.text(),
                JULY_2021);
    }

    static SharesRedeemed redeemed(int entry, long first, long last, HolderId holder) {
        return new SharesRedeemed(
                register(), entryId(entry).toString(), first, last, holder.text(), JULY_2021);
    }

    static UUID entryId(int number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L | number);
    }

    static HolderId holderId(String end) {
        return new HolderId(UUID.fromString("00000000-0000-4000-8000-0000000000" + end));
    }

    private static String register() {
        return REGISTER.value().toString();
    }
}
