package io.samling.funding.financing;

import static io.samling.testing.RefusalWith.refusal;

import io.samling.funding.financing.GrantCommand.ChangeGrant;
import io.samling.funding.financing.GrantCommand.DecideGrant;
import io.samling.funding.financing.GrantCommand.WithdrawGrant;
import io.samling.funding.financing.GrantEvent.GrantChanged;
import io.samling.funding.financing.GrantEvent.GrantDecided;
import io.samling.funding.financing.GrantEvent.GrantWithdrawn;
import io.samling.funding.projects.ProjectId;
import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {

    static final GrantId GRANT =
            new GrantId(UUID.fromString("00000000-0000-4000-8000-0000000000a1"));
    static final ProjectId PROJECT =
            new ProjectId(UUID.fromString("00000000-0000-4000-8000-000000000f09"));
    static final PartialDate DECIDED = PartialDate.of("2015-06");
    static final Money MILLION = Money.ore(100_000_000);
    static final Money QUARTER = Money.ore(25_000_000);
    static final Money REST = Money.ore(75_000_000);

    final AggregateTestFixture<Grant> grant = new AggregateTestFixture<>(Grant.class);

    @BeforeEach
    void one_project_is_known() {
        grant.registerInjectableResource((KnownProjects) PROJECT::equals);
    }

    @Nested
    class Is_decided {

        @Test
        void with_all_shares_known() {
            var terms = terms(MILLION, esf(QUARTER), region(REST));

            deciding(terms).expectEvents(decided(terms));
        }

        @Test
        void with_nothing_known_but_who_pays() {
            var terms = new Terms(List.of(esf(null)), null, null, Meaning.GRANT);

            deciding(terms).expectEvents(decided(terms));
        }

        @Test
        void with_some_shares_known_that_are_less_than_the_amount() {
            var terms = terms(MILLION, esf(QUARTER), region(null));

            deciding(terms).expectEvents(decided(terms));
        }

        @Test
        void with_known_shares_of_an_unknown_amount() {
            var terms = terms(null, esf(QUARTER), region(null));

            deciding(terms).expectEvents(decided(terms));
        }
    }

    @Nested
    class Is_refused {

        @Test
        void without_a_funder() {
            refused(deciding(terms(MILLION)), "grant-without-funder");
        }

        @Test
        void with_a_funder_named_twice_even_in_other_letters() {
            refused(
                    deciding(terms(MILLION, esf(null), new Funder(" esf ", null))),
                    "grant-funder-twice");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        void with_an_amount_of_nothing_or_less(long ore) {
            refused(deciding(terms(Money.ore(ore), esf(null))), "grant-amount-not-positive");
        }

        @Test
        void with_a_share_of_nothing() {
            refused(
                    deciding(terms(MILLION, esf(Money.ore(0)), region(null))),
                    "grant-amount-not-positive");
        }

        @Test
        void with_an_amount_nobody_could_add_up() {
            refused(
                    deciding(terms(Money.ore(Long.MAX_VALUE), esf(null))),
                    "grant-amount-too-large");
        }

        @Test
        void with_known_shares_above_the_amount() {
            refused(
                    deciding(terms(QUARTER, esf(REST), region(null))),
                    "grant-shares-exceed-amount");
        }

        @Test
        void with_shares_that_are_all_known_and_leave_a_rest() {
            refused(
                    deciding(terms(MILLION, esf(QUARTER), region(QUARTER))),
                    "grant-shares-do-not-add-up");
        }

        @Test
        void with_a_share_in_another_currency() {
            refused(
                    deciding(terms(MILLION, esf(new Money(100_000_000, "EUR")))),
                    "grant-currencies-differ");
        }

        @Test
        void for_a_project_nobody_has_registered() {
            var elsewhere = new ProjectId(UUID.fromString("00000000-0000-4000-8000-00000000dead"));
            var command = new DecideGrant(GRANT, elsewhere, terms(MILLION, esf(null)), null);

            refused(grant.givenNoPriorActivity().when(command), "grant-project-unknown");
        }
    }

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

    @Test
    void cannot_be_changed_before_it_is_decided() {
        grant.givenNoPriorActivity()
                .when(withdraw("2017"))
                .expectException(AggregateNotFoundException.class);
    }

    ResultValidator<Grant> deciding(Terms terms) {
        return grant.givenNoPriorActivity().when(new DecideGrant(GRANT, PROJECT, terms, null));
    }

    ResultValidator<Grant> changing(Terms before, String changedOn, Revision... revisions) {
        return grant.given(decided(before)).when(change(changedOn, revisions));
    }

    static void refused(ResultValidator<Grant> result, String code) {
        result.expectNoEvents().expectException(refusal(code));
    }

    static ChangeGrant change(String changedOn, Revision... revisions) {
        return new ChangeGrant(GRANT, List.of(revisions), PartialDate.of(changedOn));
    }

    static WithdrawGrant withdraw(String day) {
        return new WithdrawGrant(GRANT, PartialDate.of(day));
    }

    static GrantDecided decided(Terms terms) {
        return new GrantDecided(
                id(), PROJECT.value().toString(), Decisions.remembered(terms), null);
    }

    static GrantChanged changed(Terms before, Terms after, String changedOn) {
        return new GrantChanged(
                id(),
                PROJECT.value().toString(),
                Decisions.remembered(before),
                Decisions.remembered(after),
                changedOn);
    }

    static GrantWithdrawn withdrawn(Terms before, String day) {
        return new GrantWithdrawn(
                id(), PROJECT.value().toString(), Decisions.remembered(before), day);
    }

    static Terms terms(@Nullable Money amount, Funder... funders) {
        return new Terms(List.of(funders), DECIDED, amount, Meaning.GRANT);
    }

    static Funder esf(@Nullable Money share) {
        return new Funder("ESF", share);
    }

    static Funder region(@Nullable Money share) {
        return new Funder("Region Blekinge", share);
    }

    private static String id() {
        return GRANT.value().toString();
    }
}
