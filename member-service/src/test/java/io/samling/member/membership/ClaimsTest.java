package io.samling.member.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.kernel.Claiming.Claim;
import io.samling.member.Remembered;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import org.junit.jupiter.api.Test;

/** An organisation is one member at a time, because its number is claimed with the event. */
class ClaimsTest {

    static final Claim TAKEN = Claim.take("organisationsnummer", Remembered.NUMBER);
    static final Claim FREED = Claim.free("organisationsnummer", Remembered.NUMBER);

    @Test
    void the_number_is_taken_when_it_joins() {
        assertThat(Remembered.JOINED.claims()).containsExactly(TAKEN);
    }

    @Test
    void it_is_kept_between_periods() {
        assertThat(Remembered.RETURNED.claims()).isEmpty();
        assertThat(annulled(false).claims()).isEmpty();
    }

    @Test
    void it_is_freed_with_the_last_period_and_taken_again_by_a_return() {
        assertThat(annulled(true).claims()).containsExactly(FREED);
        assertThat(returnedAfterAll().claims()).containsExactly(TAKEN);
    }

    private static PeriodAnnulled annulled(boolean last) {
        return new PeriodAnnulled(
                Remembered.ACME, 1, Remembered.NEW_YEAR_2015, null, Remembered.NUMBER, last);
    }

    private static MemberReturned returnedAfterAll() {
        return MembershipFixture.returned(2, "Acme AB", "1060", Remembered.NEW_YEAR_2015, true);
    }
}
