package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventrelay.RelayStatus.State;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class RelayHealthTest {

    @Test
    void shows_position_and_lag() {
        var health = health(new RelayStatus(State.RELAYING, 40, 42, null, null));

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("state", "RELAYING")
                .containsEntry("position", 40L)
                .containsEntry("lag", 2L)
                .doesNotContainKey("reason");
    }

    @Test
    void is_down_with_a_reason_where_somebody_has_to_act() {
        var health = health(new RelayStatus(State.STANDING, 40, 42, "Position 41 …", null));

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("reason", "Position 41 …");
    }

    @Test
    void does_not_count_against_the_service_while_the_broker_is_away() {
        var health = health(new RelayStatus(State.WAITING, 40, 42, "TimeoutException", null));

        assertThat(health.getStatus().getCode()).isEqualTo("WAITING");
    }

    private static Health health(RelayStatus status) {
        return RelayHealth.of(status);
    }
}
