package io.samling.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void adds_up_in_whole_minor_units() {
        assertThat(Money.ore(1_990_560_000).plus(Money.ore(1_348_571_400)))
                .isEqualTo(Money.ore(3_339_131_400L));
    }

    @Test
    void is_never_added_across_currencies_or_past_its_limit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.ore(1).plus(new Money(1, "EUR")));
        assertThatThrownBy(() -> Money.ore(Long.MAX_VALUE).plus(Money.ore(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void has_a_currency_of_three_letters() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "kr"));
    }
}
