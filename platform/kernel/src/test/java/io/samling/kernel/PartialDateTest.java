package io.samling.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.samling.kernel.PartialDate.Precision;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2015-03-27, 2015-03-27, 2015-03-27, DAY",
        "2015-03,    2015-03-01, 2015-03-31, MONTH",
        "2016-02,    2016-02-01, 2016-02-29, MONTH",
        "2010,       2010-01-01, 2010-12-31, YEAR"
    })
    void counts_from_the_first_day_of_its_period_and_until_the_last(
            String text, LocalDate first, LocalDate last, Precision precision) {
        var date = PartialDate.of(text);

        assertThat(date.firstDay()).isEqualTo(first);
        assertThat(date.lastDay()).isEqualTo(last);
        assertThat(date.precision()).isEqualTo(precision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15",
                "2015-3",
                "2015-13",
                "2015-02-30",
                "2015-autumn",
                "2015-03-27T10:00"
            })
    void what_is_no_date_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.of(text))
                .withMessageContaining("as precise as known");
    }

    @Test
    void a_day_is_precise() {
        assertThat(PartialDate.of(LocalDate.of(2015, 3, 27)).isPrecise()).isTrue();
        assertThat(PartialDate.of("2015-03").isPrecise()).isFalse();
    }
}
