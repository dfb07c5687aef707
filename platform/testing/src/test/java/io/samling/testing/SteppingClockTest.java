package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SteppingClockTest {

    final SteppingClock clock = SteppingClock.at("2026-03-01T23:30:00Z");

    @Test
    void stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T23:30:00Z"));

        clock.advance(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T23:31:00Z"));
    }

    @Test
    void moves_together_with_itself_read_in_another_zone() {
        var stockholm = clock.withZone(ZoneId.of("Europe/Stockholm"));

        clock.advance(Duration.ofDays(1));

        assertThat(LocalDate.now(stockholm)).isEqualTo(LocalDate.of(2026, 3, 3));
    }
}
