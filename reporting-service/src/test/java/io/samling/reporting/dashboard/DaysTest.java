package io.samling.reporting.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final LocalDate MARCH = LocalDate.of(2015, 3, 27);

    @Test
    void a_short_span_has_every_day() {
        assertThat(Days.between(MARCH, MARCH)).containsExactly(MARCH);
        assertThat(Days.between(MARCH, MARCH.plusDays(90))).hasSize(91);
    }

    @Test
    void ten_years_have_the_firsts_of_their_months_and_both_ends() {
        var days = Days.between(MARCH, LocalDate.of(2025, 3, 15));

        assertThat(days).hasSize(122).startsWith(MARCH, LocalDate.of(2015, 4, 1));
        assertThat(days).endsWith(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 15));
    }

    @Test
    void however_long_the_span_there_are_not_more_than_a_chart_can_show() {
        var days = Days.between(LocalDate.of(1800, 1, 1), LocalDate.of(2999, 12, 31));

        assertThat(days).hasSizeBetween(100, 163);
    }

    @Test
    void a_span_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> Days.between(MARCH, MARCH.minusDays(1)))
                .isInstanceOf(DashboardRefused.class);
    }
}
