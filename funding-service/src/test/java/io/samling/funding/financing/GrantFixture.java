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
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A grant to decide about, and its commands and events in few words. */
abstract class GrantFixture {

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
