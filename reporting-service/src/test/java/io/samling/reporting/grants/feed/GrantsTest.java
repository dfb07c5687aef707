package io.samling.reporting.grants.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.funding.v1.FundingFact;
import io.samling.contracts.funding.v1.FundingFact.Amount;
import io.samling.contracts.funding.v1.FundingFact.Funder;
import io.samling.contracts.funding.v1.FundingFact.Grant;
import io.samling.contracts.funding.v1.FundingFact.GrantChanged;
import io.samling.contracts.funding.v1.FundingFact.GrantDecided;
import io.samling.contracts.funding.v1.FundingFact.GrantWithdrawn;
import io.samling.contracts.funding.v1.FundingFact.ProjectRegistered;
import io.samling.eventfeed.Derivation;
import io.samling.eventfeed.KeptFact;
import io.samling.kernel.Money;
import io.samling.reporting.DeliveredFacts;
import io.samling.reporting.grants.FundingRows;
import io.samling.reporting.grants.GrantTotals;
import io.samling.reporting.grants.Grants;
import io.samling.reporting.grants.InForce;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GrantsTest {

    private static final long NOW = Long.MAX_VALUE - 1;
    private static final String PROJECT = "p";
    private static final String GRANT = "g";

    private final FundingFamily family = new FundingFamily(JsonMapper.builder().build());
    private final List<KeptFact> facts = new ArrayList<>();

    @Test
    void a_grant_counts_from_the_day_of_its_decision() {
        tell(decided(GRANT, "2015-03-27", 100));

        assertThat(on("2015-03-26").count()).isZero();
        assertThat(on("2015-03-27").value()).isEqualTo(Money.ore(100));
    }

    @Test
    void decided_in_a_known_month_or_year_it_counts_from_the_first_day_of_it() {
        tell(decided(GRANT, "2015", 100));

        assertThat(on("2014-12-31").count()).isZero();
        assertThat(on("2015-01-01").impreciseDay()).isOne();
    }

    @Test
    void changed_it_counts_by_the_new_terms_from_the_day_of_the_change() {
        var before = grant("2015-03-27", 100L, "GRANT");
        var after = grant("2015-03-27", 80L, "GRANT");
        tell(decided(GRANT, before), new GrantChanged(GRANT, PROJECT, before, after, "2016-02"));

        assertThat(on("2016-01-31").value()).isEqualTo(Money.ore(100));
        assertThat(on("2016-02-01").value()).isEqualTo(Money.ore(80));
        assertThat(totals("2016-02-01", 0).value()).isEqualTo(Money.ore(100));
    }

    @Test
    void withdrawn_in_a_year_it_does_not_count_from_the_last_day_of_that_year() {
        var terms = grant("2015", 100L, "GRANT");
        tell(decided(GRANT, terms), new GrantWithdrawn(GRANT, PROJECT, terms, "2017"));

        assertThat(on("2017-12-30").count()).isEqualTo(1);
        assertThat(on("2017-12-31").count()).isZero();
    }

    @Test
    void withdrawn_it_does_not_count_from_that_day() {
        var terms = grant("2015-03-27", 100L, "GRANT");
        tell(decided(GRANT, terms), new GrantWithdrawn(GRANT, PROJECT, terms, "2017-05-01"));

        assertThat(on("2017-04-30").count()).isOne();
        assertThat(on("2017-05-01").count()).isZero();
    }

    @Test
    void whole_budgets_and_other_currencies_are_apart() {
        tell(
                decided("g1", grant("2015", 100L, "GRANT")),
                decided("g2", grant("2015", 1000L, "TOTAL_BUDGET")),
                decided("g3", new Grant(funders(), "2015", new Amount(7, "EUR"), "GRANT")),
                decided("g4", grant("2015", null, "GRANT")));

        var totals = on("2016-01-01");

        assertThat(totals.value()).isEqualTo(Money.ore(100));
        assertThat(totals.otherCurrencies()).containsExactly(new Money(7, "EUR"));
        assertThat(totals.totalBudgets().sum()).isEqualTo(Money.ore(1000));
        assertThat(totals.totalBudgets().count()).isOne();
        assertThat(totals.count()).isEqualTo(4);
        assertThat(totals.unknownAmount()).isOne();
    }

    @Nested
    class Decided_on_an_unknown_day {

        @Test
        void it_counts_from_the_first_day_of_its_project() {
            tell(decided(GRANT, null, 100), registered("2011-09", null));

            assertThat(on("2011-08-31").count()).isZero();
            assertThat(on("2011-09-01").unknownDay()).isOne();
            assertThat(on("2011-09-01").value()).isEqualTo(Money.ore(100));
        }

        @Test
        void and_is_not_placed_while_that_is_unknown_too() {
            tell(decided(GRANT, null, 100), registered(null, null));

            assertThat(on("2011-09-01").count()).isZero();
            assertThat(on("2011-09-01").notPlaced()).isOne();
        }

        @Test
        void nor_while_the_project_is_not_known() {
            tell(decided(GRANT, null, 100), registered("2011-09", null));

            assertThat(totals("2012-01-01", 0).notPlaced()).isOne();
            assertThat(totals("2012-01-01", 1).notPlaced()).isZero();
        }
    }

    @Test
    void the_list_adds_up_to_the_figure_in_whatever_order_facts_came() {
        var before = grant("2015-03-27", 100L, "GRANT");
        tell(
                registered("2014-01-01", "2016-12-31"),
                decided("g1", before),
                new GrantChanged(
                        "g1", PROJECT, before, grant("2015-03-27", 70L, "GRANT"), "2015-06-01"),
                decided("g2", null, 30),
                new GrantWithdrawn("g2", PROJECT, grant(null, 30L, "GRANT"), "2016-06-01"));
        var inOrder = rows(facts);
        var seeds = new Random(7);

        for (int round = 0; round < 50; round++) {
            var delivered = new ArrayList<>(facts);
            delivered.addAll(facts.subList(0, 2));
            Collections.shuffle(delivered, seeds);
            var rows = rows(delivered);
            for (var day : List.of("2014-02-01", "2015-04-01", "2015-07-01", "2016-07-01")) {
                for (long known = 0; known <= 5; known++) {
                    var totals = Grants.totals(rows, day, known);
                    assertThat(totals).isEqualTo(Grants.totals(inOrder, day, known));
                    assertThat(sum(Grants.list(rows, day, known))).isEqualTo(totals.value());
                }
            }
        }
    }

    @Test
    void rows_survive_being_stored() {
        tell(registered("2014-01-01", "2016"), decided(GRANT, "2015-03", 100));

        for (var fact : facts) {
            for (var row : Derivation.rows(family, List.of(fact))) {
                assertThat(Derivation.stored(family, row.span().value()))
                        .isEqualTo(row.span().value());
            }
        }
    }

    private static Money sum(List<InForce> grants) {
        var sum = Money.ore(0);
        for (var grant : grants) {
            sum = grant.amount() == null ? sum : sum.plus(grant.amount());
        }
        return sum;
    }

    private void tell(FundingFact... told) {
        for (var fact : told) {
            facts.add(
                    Derivation.fact(
                            family, facts.size(), FundingFact.typeOf(fact), fact.subject(), fact));
        }
    }

    private GrantTotals on(String day) {
        return totals(day, NOW);
    }

    private GrantTotals totals(String day, long known) {
        return Grants.totals(rows(facts), day, known);
    }

    private FundingRows rows(List<KeptFact> delivered) {
        return DeliveredFacts.rows(family, delivered);
    }

    private static ProjectRegistered registered(@Nullable String from, @Nullable String until) {
        return new ProjectRegistered(PROJECT, "Bas", "Techtank", from, until, "ERUF", null, true);
    }

    private static GrantDecided decided(String id, @Nullable String decidedOn, long minor) {
        return decided(id, grant(decidedOn, minor, "GRANT"));
    }

    private static GrantDecided decided(String id, Grant grant) {
        return new GrantDecided(id, PROJECT, grant, null);
    }

    private static Grant grant(@Nullable String decidedOn, @Nullable Long minor, String meaning) {
        return new Grant(
                funders(), decidedOn, minor == null ? null : new Amount(minor, "SEK"), meaning);
    }

    private static List<Funder> funders() {
        return List.of(new Funder("Tillväxtverket", null));
    }
}
