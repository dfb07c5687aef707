package io.samling.eventfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T12:00:00Z",
                "2026-01-31T12:00:00.1Z",
                "2026-02-28T23:59:59.123456789Z",
                "1969-12-31T00:00:01.000001Z",
                "2024-02-29T12:00:00+01:00",
                "2024-02-29T12:00Z"
            })
    void says_what_the_formatter_of_the_jdk_says(String text) {
        assertThat(RecordedTime.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30T12:00:00Z",
                "2026-01-31T24:00:01Z",
                "2026-01-31T12:60:00Z",
                "2026-01-31T12:00:00.1234567891Z",
                "2026-01-31T12:00:00.12 4Z"
            })
    void refuses_what_is_no_time(String text) {
        assertThatThrownBy(() -> RecordedTime.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void reads_what_an_instant_writes() {
        var moment = Instant.ofEpochSecond(1_800_000_000L, 120_300);

        assertThat(RecordedTime.parse(moment.toString())).isEqualTo(moment);
    }
}
