package io.samling.funding.financing;

import io.samling.funding.financing.GrantCommand.DecideGrant;
import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecidedGrantTest extends GrantFixture {

    @Nested
    class Once_decided {

        final Terms terms = terms(MILLION, esf(null), region(null));

        @Test
        void the_same_decision_changes_nothing() {
            grant.given(decided(terms))
                    .when(new DecideGrant(GRANT, PROJECT, terms, null))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void the_same_decision_changes_nothing_even_after_a_change() {
            grant.given(decided(terms), changed(terms, terms(QUARTER, esf(null)), "2016"))
                    .when(new DecideGrant(GRANT, PROJECT, terms, null))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void another_decision_is_refused() {
            var other = terms(QUARTER, esf(null), region(null));

            refused(
                    grant.given(decided(terms)).when(new DecideGrant(GRANT, PROJECT, other, null)),
                    "grant-decided-otherwise");
        }

        @Test
        void a_change_says_what_was_and_what_is() {
            var after = terms(QUARTER, esf(null), region(null));

            changing(terms, "2016-03", new Revision.Amount(QUARTER))
                    .expectEvents(changed(terms, after, "2016-03"));
        }

        @Test
        void what_was_known_may_become_unknown() {
            var after = new Terms(List.of(region(null)), null, null, Meaning.TOTAL_BUDGET);

            changing(
                            terms,
                            "2016",
                            new Revision.Funders(List.of(region(null))),
                            new Revision.DecidedOn(null),
                            new Revision.Amount(null),
                            new Revision.Means(Meaning.TOTAL_BUDGET))
                    .expectEvents(changed(terms, after, "2016"));
        }

        @Test
        void a_change_that_changes_nothing_is_not_remembered() {
            changing(terms, "1999", new Revision.Amount(MILLION))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void a_change_keeps_the_rules_of_a_decision() {
            refused(
                    changing(terms, "2016", new Revision.Amount(Money.ore(0))),
                    "grant-amount-not-positive");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2015-05-31", "2015-05", "2015", "2014"})
        void a_change_does_not_count_from_before_the_decision(String changedOn) {
            refused(
                    changing(terms, changedOn, new Revision.Amount(QUARTER)),
                    "grant-changed-before-decided");
        }

        @Test
        void a_change_may_count_from_the_first_day_of_an_imprecise_decision() {
            changing(terms, "2015-06-01", new Revision.Amount(QUARTER))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void a_decision_is_not_moved_behind_the_day_of_that_change() {
            refused(
                    changing(terms, "2015-07", new Revision.DecidedOn(PartialDate.of("2015-08"))),
                    "grant-changed-before-decided");
        }

        @Test
        void a_change_does_not_count_from_before_the_latest_one() {
            var once = terms(QUARTER, esf(null), region(null));

            refused(
                    grant.given(decided(terms), changed(terms, once, "2017"))
                            .when(change("2016-12-31", new Revision.Amount(REST))),
                    "grant-changed-out-of-order");
        }

        @Test
        void it_may_be_withdrawn() {
            grant.given(decided(terms))
                    .when(withdraw("2015-06"))
                    .expectEvents(withdrawn(terms, "2015-06"));
        }

        @Test
        void its_withdrawal_is_an_end_and_counts_from_the_last_day_of_its_period() {
            var once = terms(QUARTER, esf(null), region(null));

            grant.given(decided(terms), changed(terms, once, "2017-03-15"))
                    .when(withdraw("2017"))
                    .expectEvents(withdrawn(once, "2017"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2015-05-31", "2015-05", "2014"})
        void but_not_from_before_its_decision(String day) {
            refused(
                    grant.given(decided(terms)).when(withdraw(day)),
                    "grant-changed-before-decided");
        }
    }

    @Nested
    class Once_withdrawn {

        final Terms terms = terms(MILLION, esf(null));

        @Test
        void it_takes_no_change() {
            refused(
                    grant.given(decided(terms), withdrawn(terms, "2017"))
                            .when(change("2018", new Revision.Amount(QUARTER))),
                    "grant-withdrawn");
        }

        @Test
        void the_same_withdrawal_changes_nothing() {
            grant.given(decided(terms), withdrawn(terms, "2017"))
                    .when(withdraw("2017"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void another_withdrawal_is_refused() {
            refused(
                    grant.given(decided(terms), withdrawn(terms, "2017")).when(withdraw("2018")),
                    "grant-withdrawn");
        }
    }
}
