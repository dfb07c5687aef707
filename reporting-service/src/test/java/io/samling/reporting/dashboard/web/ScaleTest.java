package io.samling.reporting.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void ends_at_a_round_number_that_nothing_exceeds() {
        assertThat(Scale.upTo(64).lines()).isEqualTo(List.of(0L, 20L, 40L, 60L, 80L));
        assertThat(Scale.upTo(9506).lines())
                .isEqualTo(List.of(0L, 2000L, 4000L, 6000L, 8000L, 10000L));
        assertThat(Scale.upTo(3).lines()).isEqualTo(List.of(0L, 1L, 2L, 3L));
        assertThat(Scale.upTo(0).lines()).isEqualTo(List.of(0L, 1L));
    }

    @Test
    void places_numbers_from_the_top() {
        assertThat(Scale.upTo(64).place(80)).isEqualTo("0.00");
        assertThat(Scale.upTo(64).place(64)).isEqualTo("20.00");
        assertThat(Scale.upTo(64).place(0)).isEqualTo("100.00");
    }
}
