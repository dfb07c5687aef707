package io.samling.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EnvelopeTest {

    @Test
    void numbers_sort_as_text() {
        assertThat(Envelope.digits(0)).isEqualTo("00000000000000000000");
        assertThat(Envelope.digits(1234)).isEqualTo("00000000000000001234");
        assertThat(Envelope.digits(Long.MAX_VALUE)).isEqualTo("09223372036854775807");
    }

    @Test
    void there_is_no_number_below_zero() {
        assertThatThrownBy(() -> Envelope.digits(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
