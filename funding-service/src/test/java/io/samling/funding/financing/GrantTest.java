package io.samling.funding.financing;

import io.samling.funding.financing.GrantCommand.DecideGrant;
import io.samling.funding.projects.ProjectId;
import io.samling.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest extends GrantFixture {

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

    @Test
    void cannot_be_changed_before_it_is_decided() {
        grant.givenNoPriorActivity()
                .when(withdraw("2017"))
                .expectException(AggregateNotFoundException.class);
    }
}
