package io.samling.webedge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the fields
class StoryClockTest {

    static final Instant START = Instant.parse("2015-01-01T00:00:00Z");
    static final Instant KICK_OFF = Instant.parse("2015-03-27T09:00:00Z");
    static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path data;

    StoryClock clock;

    @BeforeEach
    void open() {
        clock = opened();
    }

    @Test
    void stands_where_the_story_begins_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(START);

        clock.moveTo(KICK_OFF);

        assertThat(clock.instant()).isEqualTo(KICK_OFF);
        assertThat(clock.isReleased()).isFalse();
    }

    @Test
    void never_goes_back() {
        clock.moveTo(KICK_OFF);

        clock.moveTo(START);

        assertThat(clock.instant()).isEqualTo(KICK_OFF);
    }

    @Test
    void goes_on_after_a_restart() {
        clock.moveTo(KICK_OFF);

        assertThat(opened().instant()).isEqualTo(KICK_OFF);
    }

    @Test
    void shows_the_real_time_from_its_release_on_also_after_a_restart() {
        clock.moveTo(KICK_OFF);

        clock.release();
        clock.moveTo(KICK_OFF.plusSeconds(1));

        assertThat(clock.instant()).isEqualTo(TODAY.instant());
        assertThat(opened().instant()).isEqualTo(TODAY.instant());
        assertThat(opened().isReleased()).isTrue();
    }

    @Test
    void moves_in_every_zone() {
        var inStockholm = clock.withZone(ZoneId.of("Europe/Stockholm"));

        clock.moveTo(KICK_OFF);

        assertThat(inStockholm.instant()).isEqualTo(KICK_OFF);
        assertThat(inStockholm.getZone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
    }

    StoryClock opened() {
        return StoryClock.open(data.resolve("demo").resolve("member-service.clock"), START, TODAY);
    }
}
