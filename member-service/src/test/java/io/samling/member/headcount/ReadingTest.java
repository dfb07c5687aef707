package io.samling.member.headcount;

import static io.samling.member.Remembered.LAST_DAY_OF_2017;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource({"HEADCOUNT, 0", "HEADCOUNT, 9999999", "FTE, 0", "AWU, 999999999"})
    void counts_as_many_as_may_work_somewhere(Measure measure, long value) {
        assertThat(reading(measure, value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"HEADCOUNT, -1", "HEADCOUNT, 10000000", "AVERAGE, -1", "FTE, 1000000000"})
    void but_no_more_and_no_less(Measure measure, long value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reading(measure, value))
                .withMessageContaining("at least 0 and below");
    }

    private static Reading reading(Measure measure, long value) {
        return new Reading(measure, Scope.SITE, LAST_DAY_OF_2017, value, Source.MEMBER);
    }
}
